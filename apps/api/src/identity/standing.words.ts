import type { Language } from '@medvind/contracts';

interface Words {
  subject: string;
  text: (name: string) => string;
  link: string;
  week: string;
  notYou: string;
}

export const STANDING_WORDS: Record<Language, Words> = {
  da: {
    subject: 'Bekræft din e-mailadresse',
    text: (name) => `Hej ${name}. Åbn linket, så ved vi, at adressen er din.`,
    link: 'Bekræft, at adressen er min',
    week: 'Linket gælder i en uge.',
    notYou: 'Har du ikke bedt om det, skal du ikke gøre noget.',
  },
  sv: {
    subject: 'Bekräfta din e-postadress',
    text: (name) => `Hej ${name}. Öppna länken, så vet vi att adressen är din.`,
    link: 'Bekräfta att adressen är min',
    week: 'Länken gäller i en vecka.',
    notYou: 'Om du inte har bett om det behöver du inte göra något.',
  },
  en: {
    subject: 'Confirm your e-mail address',
    text: (name) => `Hello ${name}. Open the link, and we know that the address is yours.`,
    link: 'Confirm that the address is mine',
    week: 'The link works for a week.',
    notYou: 'If you did not ask for it, do nothing.',
  },
};
