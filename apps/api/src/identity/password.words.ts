import type { Language } from '@medvind/contracts';

interface Words {
  forgotten: {
    subject: string;
    text: (name: string) => string;
    link: string;
    hour: string;
    notYou: string;
  };
  changed: { subject: string; text: (name: string) => string; notYou: string; link: string };
}

export const PASSWORD_WORDS: Record<Language, Words> = {
  da: {
    forgotten: {
      subject: 'Vælg en ny adgangskode',
      text: (name) => `Hej ${name}. Her er linket, du bad om, så du kan vælge en ny adgangskode.`,
      link: 'Vælg en ny adgangskode',
      hour: 'Linket kan bruges én gang og gælder i en time.',
      notYou: 'Har du ikke bedt om det, skal du ikke gøre noget. Din adgangskode er den samme.',
    },
    changed: {
      subject: 'Din adgangskode er ændret',
      text: (name) =>
        `Hej ${name}. Der er valgt en ny adgangskode til din konto, og du er logget ud overalt.`,
      notYou: 'Var det ikke dig? Så vælg straks en ny adgangskode her.',
      link: 'Vælg en ny adgangskode',
    },
  },
  sv: {
    forgotten: {
      subject: 'Välj ett nytt lösenord',
      text: (name) => `Hej ${name}. Här är länken du bad om, så att du kan välja ett nytt lösenord.`,
      link: 'Välj ett nytt lösenord',
      hour: 'Länken kan användas en gång och gäller i en timme.',
      notYou: 'Om du inte har bett om det behöver du inte göra något. Ditt lösenord är detsamma.',
    },
    changed: {
      subject: 'Ditt lösenord har ändrats',
      text: (name) => `Hej ${name}. Ett nytt lösenord har valts för ditt konto, och du är utloggad överallt.`,
      notYou: 'Var det inte du? Välj genast ett nytt lösenord här.',
      link: 'Välj ett nytt lösenord',
    },
  },
  en: {
    forgotten: {
      subject: 'Choose a new password',
      text: (name) => `Hello ${name}. Here is the link you asked for, to choose a new password.`,
      link: 'Choose a new password',
      hour: 'The link works once, and for an hour.',
      notYou: 'If you did not ask for it, do nothing. Your password is the same.',
    },
    changed: {
      subject: 'Your password has been changed',
      text: (name) =>
        `Hello ${name}. A new password was chosen for your account, and you are signed out everywhere.`,
      notYou: 'Was it not you? Then choose a new password here at once.',
      link: 'Choose a new password',
    },
  },
};
