import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { LANGUAGES, type Language } from '@medvind/contracts';
import { renderToStaticMarkup } from 'react-dom/server';
import { createI18n, I18nContext, type MessageTree } from '../../../i18n/i18n.js';
import type { Scheme } from '../scheme-values.js';
import { SchemeSentences } from './scheme-sentences.js';

const SCHEME: Scheme = {
  name: 'Borgerforslag',
  body: 'byrådet',
  proposer: { groups: ['resident'], minAge: 18, evidence: 'register' },
  supporter: { groups: ['resident', 'owner'], minAge: null, evidence: 'none' },
  coProposers: { min: 2, max: 5, days: 14 },
  lengths: { title: 140, text: 2000, remark: 10_000 },
  images: 3,
  review: { before: true, days: 10 },
  rejections: ['unlawful'],
  rejectionsPublic: false,
  repeat: { rule: 'months', months: 24 },
  term: null,
  threshold: { parts: [{ measure: 'count', value: 100, base: null }], take: 'least' },
  top: null,
  higher: null,
  base: { residents: null, voters: null, over15: null, countedOn: null },
  window: { unit: 'months', choices: [6], closesOn: null },
  handOver: 'at-end',
  continues: false,
  withdrawal: 'until-end',
  ballot: 'support',
  namesShown: false,
  paper: true,
  paperDays: 7,
  blackouts: [{ from: '2027-10-01', to: '2027-11-16' }],
  exempt: [],
  decision: { months: 6, extensionMonths: 2, noticeDays: 30, reportsPerYear: 2 },
  outcomes: ['accepted'],
  failure: 'closed',
  retentionMonths: 12,
};

const sentencesOf = (language: Language, scheme: Scheme): string => {
  const file = new URL(`../../../i18n/${language}/scheme.json`, import.meta.url);
  const i18n = createI18n(language, { scheme: JSON.parse(readFileSync(file, 'utf8')) as MessageTree });
  return renderToStaticMarkup(
    <I18nContext value={i18n}>
      <SchemeSentences scheme={scheme} />
    </I18nContext>,
  );
};

describe('the sentences of a scheme', () => {
  it('say what the rule means', () => {
    const said = sentencesOf('da', SCHEME);
    expect(said).toContain('100 personer skal støtte et forslag inden for 6 måneder.');
    expect(said).toContain(
      'Forslag kan stilles af dem, der bor i kommunen. Man skal være mindst 18 år. Kommunen skal have bekræftet det',
    );
    expect(said).toContain('Det samme kan foreslås igen tidligst efter 24 måneder.');
    expect(said).toContain('Fra 1. oktober 2027 til 16. november 2027 offentliggøres der ikke forslag.');
  });

  it.each(LANGUAGES)('leave out in %s what is still being typed', (language) => {
    const said = sentencesOf(language, {
      ...SCHEME,
      body: '',
      threshold: { parts: [{ measure: 'count', value: Number.NaN, base: null }], take: 'least' },
      coProposers: { min: 2, max: Number.NaN, days: 14 },
      window: { unit: 'days', choices: [], closesOn: '' },
      blackouts: [{ from: '2', to: '' }],
      repeat: { rule: 'months', months: null },
    });
    expect(said).not.toMatch(/NaN|Invalid|null|undefined|{{/);
    const whole = sentencesOf(language, SCHEME);
    expect(said.split('<li>').length).toBeLessThan(whole.split('<li>').length);
  });

  it.each(LANGUAGES)('say in %s that its proposer is enough, where that is so', (language) => {
    const said = sentencesOf(language, {
      ...SCHEME,
      threshold: { parts: [{ measure: 'count', value: 1, base: null }], take: 'least' },
      handOver: 'at-once',
    });
    expect(said).not.toMatch(/>1 person/);
  });
});
