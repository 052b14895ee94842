import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { LANGUAGES, type Language } from '@medvind/contracts';
import type { ReactNode } from 'react';
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

const rendered = (language: Language, sentences: ReactNode): string => {
  const file = new URL(`../../../i18n/${language}/scheme.json`, import.meta.url);
  const i18n = createI18n(language, { scheme: JSON.parse(readFileSync(file, 'utf8')) as MessageTree });
  return renderToStaticMarkup(<I18nContext value={i18n}>{sentences}</I18nContext>);
};
const sentencesOf = (language: Language, scheme: Scheme): string =>
  rendered(language, <SchemeSentences scheme={scheme} />);
/** Without those that open on a press. */
const briefOf = (language: Language, scheme: Scheme): string =>
  rendered(language, <SchemeSentences scheme={scheme} brief />).replace(/<details.*<\/details>/s, '');

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

  it('leave out what is said of support where it takes none', () => {
    const said = sentencesOf('da', {
      ...SCHEME,
      threshold: { parts: [{ measure: 'count', value: 1, base: null }], take: 'least' },
      handOver: 'at-once',
    });
    expect(said).toContain('Et forslag behøver ingen støtte');
    expect(said).not.toMatch(/trække sin støtte|Forslag kan støttes|på papir|hvem der støttede|Navnene/);
    // It can still be supported after it was handed over.
    const threshold = {
      parts: [{ measure: 'count' as const, value: 1, base: null }],
      take: 'least' as const,
    };
    expect(sentencesOf('da', { ...SCHEME, threshold, handOver: 'at-once', continues: true })).toContain(
      'trække sin støtte',
    );
  });

  it('speak of no enough where the most supported go on', () => {
    const top: Scheme = {
      ...SCHEME,
      threshold: { parts: [], take: 'least' },
      top: { perMonth: 5, perPolicy: 1 },
      window: { unit: 'calendar-month', choices: [], closesOn: null },
      withdrawal: 'until-reached',
      ballot: 'for-against-blank',
    };
    expect(sentencesOf('da', top)).toContain('Et forslag, der ikke er blandt de mest støttede, lukkes');
    expect(sentencesOf('da', top)).not.toMatch(/støtte nok|støttekravet/);
  });

  it('say of what it is enough to say it', () => {
    const supporter = { ...SCHEME.supporter, minAge: 15 };
    const said = sentencesOf('da', { ...SCHEME, supporter });
    expect(said).toContain('At man bor i kommunen, er det nok at sige');
    expect(said).not.toContain('Det er nok, at man siger det');
  });

  it('say from when a time runs, how often, and to whom', () => {
    const said = sentencesOf('da', SCHEME);
    expect(said).toContain('Der skal være svar senest 6 måneder efter, at forslaget er afleveret.');
    expect(said).toContain('To gange om året får byrådet');
    const often = { ...SCHEME, decision: { ...SCHEME.decision, reportsPerYear: 4 } };
    expect(sentencesOf('en', often)).toContain('4 times a year');
    expect(sentencesOf('en', SCHEME)).toContain('Twice a year');
  });

  it('say in brief too who must confirm it, who reads it first, and that one can be against', () => {
    const brief = briefOf('da', { ...SCHEME, ballot: 'for-against-blank' });
    expect(brief).toContain('Mindst 2 medstillere');
    expect(brief).toContain('Kommunen læser hvert forslag');
    expect(brief).toContain('Kun stemmer <strong>for</strong> tæller med i støttekravet.');
    expect(brief).not.toContain('valgperiode');
    expect(brief.split('<li>').length).toBe(7);
  });
});
