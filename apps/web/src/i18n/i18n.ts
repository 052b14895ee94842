import type { Language } from '@medvind/contracts';
import { createInstance, type BackendModule, type i18n, type ResourceKey, type ResourceLanguage } from 'i18next';

/** What `i18n/<language>/<feature>.json` holds. */
export type Messages = Record<string, ResourceLanguage>;
export type LoadMessages = (language: Language, namespace: string) => Promise<ResourceKey>;

/** `messages`: those at hand by namespace. `load` brings the others when a page first asks for them. */
export function createI18n(language: Language, messages: Messages, load?: LoadMessages): i18n {
  const instance = createInstance();
  if (load) {
    const backend: BackendModule = {
      type: 'backend',
      init: () => undefined,
      read: (asked, namespace, answer) => {
        load(asked as Language, namespace).then(
          (loaded) => answer(null, loaded),
          (cause: unknown) => answer(cause instanceof Error ? cause : String(cause), false),
        );
      },
    };
    instance.use(backend);
  }
  void instance.init({
    lng: language,
    fallbackLng: false,
    ns: Object.keys(messages),
    defaultNS: 'app',
    resources: { [language]: messages },
    partialBundledLanguages: true,
    initAsync: false,
    returnNull: false,
    interpolation: { escapeValue: false }, // React escapes
    react: { useSuspense: true },
  });
  return instance;
}
