import type { Language } from '@medvind/contracts';
import { createContext, useContext } from 'react';
import { formatNumber } from '../lib/intl.js';
import type { MessageKey, Namespace } from './namespaces.js';

// The files are i18next's JSON, and so are the names here. The library itself costs 16 kB gzip before a page
// reacts, an eighth of what it may cost in all, to look up a text and put a number in it.

export interface MessageTree {
  [key: string]: string | MessageTree;
}
/** What `i18n/<language>/<namespace>.json` hold, by namespace. */
export type Messages = Record<string, MessageTree>;
export type LoadMessages = (language: Language, namespace: string) => Promise<MessageTree>;

/** `count` chooses the form of a plural; a number is written as the language writes numbers. */
export type Placeholders = Record<string, string | number | undefined>;
export type Translate<Own extends Namespace = 'app'> = (
  key: MessageKey<Own>,
  values?: Placeholders,
) => string;

export interface I18n {
  language: Language;
  /** Of one namespace, and "app:…" of others at hand. The same function every time. */
  translate: <Own extends Namespace>(namespace: Own) => Translate<Own>;
  /**
   * The fetching of messages the page did not come with; undefined of those it came with. The same promise also when
   * it is settled: React takes up a component again where it waited, and finds its way only if it waits there again.
   */
  fetched: (namespace: Namespace) => Promise<void> | undefined;
}

const lookUp = (messages: Messages, namespace: string, key: string): string | undefined => {
  let at: string | MessageTree | undefined = messages[namespace];
  for (const part of key.split('.')) at = typeof at === 'object' ? at[part] : undefined;
  return typeof at === 'string' ? at : undefined;
};

export function createI18n(language: Language, messages: Messages, load?: LoadMessages): I18n {
  const plural = new Intl.PluralRules(language);
  const loading = new Map<string, Promise<void>>();
  const translators = new Map<string, (key: string, values?: Placeholders) => string>();

  const find = (namespace: string, key: string, count: Placeholders[string]): string | undefined => {
    if (typeof count !== 'number') return lookUp(messages, namespace, key);
    return (
      (count === 0 ? lookUp(messages, namespace, `${key}_zero`) : undefined) ??
      lookUp(messages, namespace, `${key}_${plural.select(count)}`) ??
      lookUp(messages, namespace, `${key}_other`) ??
      lookUp(messages, namespace, key)
    );
  };

  const make =
    (own: string) =>
    (asked: string, values: Placeholders = {}): string => {
      const colon = asked.indexOf(':');
      const [namespace, key] = colon < 0 ? [own, asked] : [asked.slice(0, colon), asked.slice(colon + 1)];
      const text = find(namespace, key, values.count) ?? key;
      return text.replace(/{{(\w+)}}/g, (_, name: string) => {
        const value = values[name];
        return typeof value === 'number' ? formatNumber(language, value) : (value ?? '');
      });
    };

  return {
    language,
    translate: (namespace) => {
      const made = translators.get(namespace) ?? make(namespace);
      translators.set(namespace, made);
      return made;
    },
    fetched: (namespace) => {
      const begun = loading.get(namespace);
      if (begun || messages[namespace] || !load) return begun;
      const started = load(language, namespace).then((loaded) => {
        messages[namespace] = loaded;
      });
      loading.set(namespace, started);
      return started;
    },
  };
}

export const I18nContext = createContext<I18n | null>(null);

export function useI18n(): I18n {
  const i18n = useContext(I18nContext);
  if (!i18n) throw new Error('Rendered outside of I18nContext.');
  return i18n;
}
