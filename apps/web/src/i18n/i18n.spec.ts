import { describe, expect, it } from '@jest/globals';
import { createI18n, type MessageTree } from './i18n.js';

const messages = {
  app: {
    close: 'Luk',
    left_zero: 'Intet tilbage',
    left_one: '{{count}} tegn',
    left_other: '{{count}} tegn i alt',
  },
  identity: { greeting: 'Hej {{name}}', signIn: { title: 'Log ind' } },
};
const i18n = createI18n('da', messages);
const t = i18n.translate('app') as (key: string, values?: Record<string, string | number>) => string;

describe('a translation', () => {
  it('finds a text of its own namespace, of a branch, and of another', () => {
    expect(t('close')).toBe('Luk');
    expect(t('identity:signIn.title')).toBe('Log ind');
  });

  it('takes the form the count asks for and writes numbers as the language does', () => {
    expect(t('left', { count: 0 })).toBe('Intet tilbage');
    expect(t('left', { count: 1 })).toBe('1 tegn');
    expect(t('left', { count: 12345 })).toBe('12.345 tegn i alt');
  });

  it('takes what it puts in as text, whatever it looks like', () => {
    expect(t('identity:greeting', { name: '{{count}} $& <b>' })).toBe('Hej {{count}} $& <b>');
  });

  it('gives the key where there is no text', () => {
    expect(t('nothing.here')).toBe('nothing.here');
  });

  it('waits at the same place for messages that have come, as a component does that is taken up again', async () => {
    const lazy = createI18n('da', { app: {} }, async (): Promise<MessageTree> => messages.identity);
    const fetched = lazy.fetched('identity');
    await fetched;
    expect(lazy.fetched('identity')).toBe(fetched);
    expect(lazy.fetched('app')).toBeUndefined();
  });

  it('fetches messages once, when they are first needed', async () => {
    let asked = 0;
    const lazy = createI18n('da', { app: {} }, async (): Promise<MessageTree> => {
      asked++;
      return messages.identity;
    });
    await Promise.all([lazy.fetched('identity'), lazy.fetched('identity')]);
    expect(asked).toBe(1);
    expect(lazy.translate('identity')('signIn.title')).toBe('Log ind');
  });
});
