import type { Language } from '@medvind/contracts';

interface Words {
  /** The receipt of a notice. */
  received: {
    subject: (number: string) => string;
    text: (number: string) => string;
    goal: (hours: number) => string;
  };
  decided: { subject: (number: string) => string; acted: string; 'turned-down': string };
  appealed: { subject: (number: string) => string; upheld: string; 'turned-down': string };
  follow: string;
  complain: string;
  keep: string;
  /** What the author reads of a removal order. */
  ordered: (authority: string) => string;
}

/** The words of letters to those who have no account here. */
export const REDRESS_WORDS: Record<Language, Words> = {
  da: {
    received: {
      subject: (number) => `Vi har modtaget din anmeldelse ${number}`,
      text: (number) => `Tak. Din anmeldelse har nummer ${number}. En moderator ser på den.`,
      goal: (hours) => `Vi sigter efter at afgøre den inden for ${hours} timer.`,
    },
    decided: {
      subject: (number) => `Svar på din anmeldelse ${number}`,
      acted: 'Du fik ret: vi har grebet ind over for det, du anmeldte.',
      'turned-down': 'Vi har set på det, du anmeldte, og fundet, at det kan blive stående.',
    },
    appealed: {
      subject: (number) => `Svar på din klage over ${number}`,
      upheld: 'En anden har set på sagen og givet dig ret.',
      'turned-down': 'En anden har set på sagen og er nået til det samme.',
    },
    follow: 'Følg anmeldelsen',
    complain: 'Er du uenig, kan du klage i seks måneder. Så ser en anden på det.',
    keep: 'Gem linket: det er kun dig, der har det.',
    ordered: (authority) => `Indlægget er taget ned efter et påbud fra ${authority} (forordning 2021/784).`,
  },
  sv: {
    received: {
      subject: (number) => `Vi har tagit emot din anmälan ${number}`,
      text: (number) => `Tack. Din anmälan har nummer ${number}. En moderator tittar på den.`,
      goal: (hours) => `Vi siktar på att avgöra den inom ${hours} timmar.`,
    },
    decided: {
      subject: (number) => `Svar på din anmälan ${number}`,
      acted: 'Du fick rätt: vi har ingripit mot det du anmälde.',
      'turned-down': 'Vi har tittat på det du anmälde och kommit fram till att det får stå kvar.',
    },
    appealed: {
      subject: (number) => `Svar på din begäran om omprövning av ${number}`,
      upheld: 'En annan person har tittat på ärendet och gett dig rätt.',
      'turned-down': 'En annan person har tittat på ärendet och kommit fram till samma sak.',
    },
    follow: 'Följ anmälan',
    complain: 'Håller du inte med kan du begära omprövning i sex månader. Då tittar någon annan på det.',
    keep: 'Spara länken: det är bara du som har den.',
    ordered: (authority) =>
      `Inlägget har tagits bort efter ett avlägsnandeföreläggande från ${authority} (förordning 2021/784).`,
  },
  en: {
    received: {
      subject: (number) => `We have received your notice ${number}`,
      text: (number) => `Thank you. Your notice has the number ${number}. A moderator will look at it.`,
      goal: (hours) => `We aim to decide it within ${hours} hours.`,
    },
    decided: {
      subject: (number) => `Answer to your notice ${number}`,
      acted: 'You were right: we have acted against what you reported.',
      'turned-down': 'We have looked at what you reported and found that it can stay.',
    },
    appealed: {
      subject: (number) => `Answer to your appeal about ${number}`,
      upheld: 'Somebody else has looked at it and agrees with you.',
      'turned-down': 'Somebody else has looked at it and came to the same conclusion.',
    },
    follow: 'Follow the notice',
    complain: 'If you disagree you can appeal for six months. Somebody else will then look at it.',
    keep: 'Keep the link: you are the only one who has it.',
    ordered: (authority) =>
      `The contribution was taken down after a removal order from ${authority} (regulation 2021/784).`,
  },
};
