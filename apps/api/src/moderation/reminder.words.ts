import type { Language } from '@medvind/contracts';

interface Words {
  subject: (count: string) => string;
  text: (name: string, count: string, since: string) => string;
  link: string;
  why: string;
}

/** The letter to moderators about what has waited too long. */
export const REMINDER_WORDS: Record<Language, Words> = {
  da: {
    subject: (count) => `${count} venter på en moderator`,
    text: (name, count, since) =>
      `Hej ${name}. ${count} har ventet længere end aftalt. Det ældste har ventet siden ${since}.`,
    link: 'Åbn køen',
    why: 'Du får denne mail, fordi du er moderator. En administrator bestemmer, hvor længe noget må vente.',
  },
  sv: {
    subject: (count) => `${count} väntar på en moderator`,
    text: (name, count, since) =>
      `Hej ${name}. ${count} har väntat längre än avtalat. Det äldsta har väntat sedan ${since}.`,
    link: 'Öppna kön',
    why: 'Du får det här mejlet för att du är moderator. En administratör bestämmer hur länge något får vänta.',
  },
  en: {
    subject: (count) => `${count} waiting for a moderator`,
    text: (name, count, since) =>
      `Hello ${name}. ${count} waiting longer than agreed. The oldest has waited since ${since}.`,
    link: 'Open the queue',
    why: 'You get this mail because you are a moderator. An administrator decides how long something may wait.',
  },
};

const ENTRIES: Record<Language, (count: number) => string> = {
  da: (count) => (count === 1 ? '1 sag' : `${count} sager`),
  sv: (count) => (count === 1 ? '1 ärende' : `${count} ärenden`),
  en: (count) => (count === 1 ? '1 entry' : `${count} entries`),
};

/** "3 sager"; beyond what is counted "mere end 1000". */
export const entries = (language: Language, count: number, most: number): string => {
  const more = { da: 'mere end', sv: 'mer än', en: 'more than' }[language];
  return count > most ? `${more} ${ENTRIES[language](most)}` : ENTRIES[language](count);
};
