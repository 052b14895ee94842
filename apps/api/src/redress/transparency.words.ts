import type { Language } from '@medvind/contracts';

type Measures =
  | 'notices'
  | 'noticeOutcomes'
  | 'reports'
  | 'decisions'
  | 'reasons'
  | 'rules'
  | 'orders'
  | 'ordersInTime'
  | 'restrictions'
  | 'appeals'
  | 'automatedPercent'
  | 'medianMinutes';

interface Words {
  /** The last three say what their numbers count. */
  head: [
    year: string,
    measure: string,
    code: string,
    name: string,
    count: string,
    percent: string,
    minutes: string,
  ];
  fewer: (than: number) => string;
  fileName: (name: string, year: number) => string;
  measures: Record<Measures, string>;
}

/** The words of the file; the codes beside them are the same in every language. */
export const TRANSPARENCY_WORDS: Record<Language, Words> = {
  da: {
    head: ['År', 'Hvad', 'Kode', 'Navn', 'Antal', 'Andel (procent)', 'Tid (minutter)'],
    fewer: (than) => `færre end ${than}`,
    fileName: (name, year) => `Moderering ${year} – ${name}.csv`,
    measures: {
      notices: 'Anmeldelser af ulovligt indhold',
      noticeOutcomes: 'Udfald af anmeldelserne',
      reports: 'Indlæg anmeldt efter spillereglerne',
      decisions: 'Beslutninger',
      reasons: 'Skjult eller fjernet, efter regel',
      rules: 'Holdt tilbage eller afvist automatisk',
      orders: 'Påbud fra myndigheder',
      ordersInTime: 'Påbud fulgt inden for en time',
      restrictions: 'Advarsler og udelukkelser',
      appeals: 'Klager',
      automatedPercent: 'Automatisk andel',
      medianMinutes: 'Typisk tid til beslutning',
    },
  },
  sv: {
    head: ['År', 'Vad', 'Kod', 'Namn', 'Antal', 'Andel (procent)', 'Tid (minuter)'],
    fewer: (than) => `färre än ${than}`,
    fileName: (name, year) => `Moderering ${year} – ${name}.csv`,
    measures: {
      notices: 'Anmälningar om olagligt innehåll',
      noticeOutcomes: 'Anmälningarnas utfall',
      reports: 'Inlägg anmälda enligt reglerna',
      decisions: 'Beslut',
      reasons: 'Dolt eller borttaget, per regel',
      rules: 'Hållet kvar eller avvisat automatiskt',
      orders: 'Förelägganden från myndigheter',
      ordersInTime: 'Förelägganden som följts inom en timme',
      restrictions: 'Varningar och avstängningar',
      appeals: 'Omprövningar',
      automatedPercent: 'Automatisk andel',
      medianMinutes: 'Vanlig tid till beslut',
    },
  },
  en: {
    head: ['Year', 'What', 'Code', 'Name', 'Count', 'Share (per cent)', 'Time (minutes)'],
    fewer: (than) => `fewer than ${than}`,
    fileName: (name, year) => `Moderation ${year} – ${name}.csv`,
    measures: {
      notices: 'Notices of illegal content',
      noticeOutcomes: 'Outcome of the notices',
      reports: 'Reports by the rules of conduct',
      decisions: 'Decisions',
      reasons: 'Hidden or removed, by rule',
      rules: 'Held back or refused automatically',
      orders: 'Orders of authorities',
      ordersInTime: 'Orders carried out within an hour',
      restrictions: 'Warnings and suspensions',
      appeals: 'Appeals',
      automatedPercent: 'Automated share',
      medianMinutes: 'Median time to decision',
    },
  },
};
