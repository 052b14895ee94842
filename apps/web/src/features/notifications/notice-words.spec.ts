import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { LANGUAGES } from '@medvind/contracts';
import { createI18n, type MessageTree } from '../../i18n/i18n.js';
import { wordsOf } from './notice-words.js';

const messages = (language: string) =>
  JSON.parse(
    readFileSync(new URL(`../../i18n/${language}/notifications.json`, import.meta.url), 'utf8'),
  ) as MessageTree;

const KINDS = [
  'comment-answered',
  'contribution-hidden',
  'contribution-restored',
  'contribution-published',
  'contribution-held',
  'contribution-edited',
  'contribution-moved',
  'report-answered',
  'input-linked',
  'theme-answered',
  'input-planned',
  'result-reported',
  'initiative-reached',
  'initiative-expired',
  'initiative-answered',
  'initiative-moved',
  'co-proposer-confirmed',
  'merge-asked',
  'merge-answered',
  'handler-named',
  'case-assigned',
  'opinion-asked',
  'opinion-given',
  'deadline-near',
  'deadline-late',
  'supported-answered',
  'supported-moved',
  'vote-ended',
  'mentioned',
  'followed-comments',
  'followed-initiative',
  'followed-progress',
  'followed-process',
  'followed-answer',
  'followed-plan',
  'followed-vote',
] as const;

const details = {
  title: 'Havnen',
  name: 'Bo Lind',
  reference: 'F-12',
  contribution: 'initiative',
  action: 'hide',
  theme: 'Bænke',
  outcome: 'partly',
  result: 'De står der.',
  year: 2027,
  count: 5,
  due: 'notice',
  by: '2027-03-01T00:00:00Z',
  support: 12,
  threshold: 1500,
} as const;

describe.each(LANGUAGES)('the words of a notification in %s', (language) => {
  const t = createI18n(language, { notifications: messages(language) }).translate('notifications');

  it.each(KINDS)('are there for %s, with nothing left open', (kind) => {
    const { title, text = '' } = wordsOf({ kind, details }, t);
    expect(title).not.toMatch(/[{}]|kinds\./);
    expect(text).not.toMatch(/[{}]|kinds\.|outcomes\./);
  });

  it('say to whom it was handed over, and that it can be sent in once all have confirmed', () => {
    const moved = { ...details, outcome: 'hand-over', name: 'Byrådet' };
    expect(wordsOf({ kind: 'initiative-moved', details: moved }, t).text).toContain('Byrådet');
    expect(wordsOf({ kind: 'initiative-moved', details: { outcome: 'hand-over' } }, t).text).not.toMatch(
      /[{}]|kinds\./,
    );
    const confirmed = (outcome?: string) =>
      wordsOf({ kind: 'co-proposer-confirmed', details: { ...details, outcome } }, t).text;
    expect(confirmed('ready')).toBe(t('kinds.all-confirmed'));
    expect(confirmed()).toBeUndefined();
  });

  it('count several of one person, and write a year as a year', () => {
    const { title } = wordsOf({ kind: 'input-planned', details }, t);
    expect(title).toContain('5');
    expect(title).toContain('2027');
  });
});
