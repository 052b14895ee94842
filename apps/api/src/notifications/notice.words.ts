import type { Language } from '@medvind/contracts';
import type { ActivityKind } from './activity.entity.js';
import type { MailGroup } from './mail-groups.js';
import type { NotificationDetails, NotificationKind } from './notification.entity.js';

/** The words of letters; the web has its own, for they stand beside other things there. */
interface Words {
  greeting: (name: string) => string;
  subject: Record<MailGroup | 'daily' | 'weekly', (municipality: string) => string>;
  /** Where it tells of nothing else. */
  deadlines: (municipality: string) => string;
  notice: Record<Exclude<NotificationKind, `followed-${string}`>, (details: NotificationDetails) => string>;
  story: Record<ActivityKind, (story: { title: string; by: string | null; year: number | null }) => string>;
  mine: string;
  more: (count: number) => string;
  settings: string;
  stop: Record<MailGroup | 'daily' | 'weekly', string>;
  reason: string;
}

const several = (count: number | undefined, one: string, many: (count: number) => string) =>
  count === undefined || count <= 1 ? one : many(count);

export const NOTICE_WORDS: Record<Language, Words> = {
  da: {
    greeting: (name) => `Hej ${name}`,
    subject: {
      answers: (town) => `Svar til dig i ${town}`,
      outcomes: (town) => `Nyt om det, du har skrevet i ${town}`,
      decisions: (town) => `Om et indlæg i ${town}`,
      followed: (town) => `Nyt, hvor du følger med i ${town}`,
      daily: (town) => `Dagens nyt fra ${town}`,
      weekly: (town) => `Ugens nyt fra ${town}`,
    },
    deadlines: (town) => `Frister i ${town}`,
    notice: {
      'comment-answered': ({ name = '', title = '' }) => `${name} har svaret dig i debatten om »${title}«`,
      mentioned: ({ name = '', title = '' }) => `${name} har nævnt dig i debatten om »${title}«`,
      'contribution-hidden': ({ contribution }) =>
        contribution === 'initiative'
          ? 'Dit forslag er skjult af en moderator'
          : 'Din kommentar er skjult af en moderator',
      'contribution-restored': ({ contribution }) =>
        contribution === 'initiative'
          ? 'Dit forslag kan læses af alle igen'
          : 'Din kommentar kan læses af alle igen',
      'contribution-published': ({ contribution }) =>
        contribution === 'initiative'
          ? 'Dit forslag er offentliggjort, efter at en moderator har set det'
          : 'Din kommentar er offentliggjort, efter at en moderator har set den',
      'contribution-held': ({ contribution }) =>
        contribution === 'initiative'
          ? 'Dit forslag venter på en moderator'
          : 'Din kommentar venter på en moderator',
      'contribution-edited': ({ contribution }) =>
        contribution === 'initiative'
          ? 'En moderator har taget personoplysninger ud af dit forslag'
          : 'En moderator har taget personoplysninger ud af din kommentar',
      'contribution-moved': () => 'Din kommentar er flyttet til en anden debat',
      'report-answered': ({ action = 'keep' }) =>
        ({
          keep: 'Det, du anmeldte, bliver stående',
          hide: 'Det, du anmeldte, er skjult',
          restore: 'Det, du anmeldte, kan læses igen',
          remove: 'Det, du anmeldte, er fjernet',
          edit: 'Det, du anmeldte, er rettet',
          move: 'Det, du anmeldte, er flyttet',
        })[action],
      'appeal-decided': ({ outcome }) =>
        outcome === 'upheld'
          ? 'Du har fået medhold i din klage'
          : 'Din klage er afgjort: beslutningen står ved magt',
      'hearing-opened': () => 'Vi overvejer at udelukke dig midlertidigt – du kan svare først',
      'restriction-decided': ({ outcome }) =>
        outcome === 'warning'
          ? 'Du har fået en advarsel'
          : outcome === 'dropped'
            ? 'Sagen om dig er slut, og der sker ikke mere'
            : 'Du er midlertidigt udelukket fra at skrive',
      'restriction-ended': () => 'Du kan skrive igen',
      'input-linked': ({ title = '', count }) =>
        several(
          count,
          `Det, du skrev, er taget med i »${title}«`,
          (n) => `${n} af dine indlæg er taget med i »${title}«`,
        ),
      'theme-answered': ({ title = '', count }) =>
        several(
          count,
          `Kommunen har svaret på det, du skrev, i »${title}«`,
          (n) => `Kommunen har svaret på ${n} af dine indlæg i »${title}«`,
        ),
      'input-planned': ({ title = '', year }) =>
        `Det, du skrev, er kommet med i handleplanen for ${year}: ${title}`,
      'result-reported': ({ title = '' }) => `Der er et resultat af det, du skrev: ${title}`,
      'initiative-reached': ({ title = '' }) => `Dit forslag »${title}« har fået støtte nok`,
      'initiative-expired': ({ title = '' }) => `Fristen for dit forslag »${title}« er udløbet`,
      'initiative-answered': ({ title = '' }) => `Kommunen har svaret på dit forslag »${title}«`,
      'initiative-moved': ({ title = '' }) => `Der er nyt om dit forslag »${title}«`,
      'co-proposer-confirmed': ({ title = '', name = '', outcome }) =>
        `${name} er nu medstiller af »${title}«${outcome === 'ready' ? '. Nu kan du sende det ind' : ''}`,
      'merge-asked': ({ title = '', reference = '' }) =>
        `Skal dit forslag »${title}« slås sammen med ${reference}?`,
      'merge-answered': ({ title = '', reference = '', outcome }) =>
        outcome === 'merge'
          ? `»${title}« er slået sammen med ${reference}`
          : outcome === 'agree'
            ? `Der er sagt ja til at slå »${title}« sammen med ${reference}`
            : outcome === 'undo'
              ? `»${title}« er ikke længere slået sammen med ${reference}`
              : outcome === 'take-back'
                ? `»${title}« skal alligevel ikke slås sammen med ${reference}`
                : `Der er sagt nej til at slå »${title}« sammen med ${reference}`,
      'handler-named': ({ title = '', name = '' }) => `${name} behandler dit forslag »${title}«`,
      'case-assigned': ({ title = '' }) => `Du skal behandle forslaget »${title}«`,
      'opinion-asked': ({ title = '', name = '' }) => `${name} vil høre din mening om forslaget »${title}«`,
      'opinion-given': ({ title = '', name = '' }) => `${name} har svaret dig om forslaget »${title}«`,
      'deadline-near': ({ title = '', due = 'decision', by }) =>
        ({
          review: `Læs forslaget ${title} senest ${dayOf(by, 'da')}`,
          notice: `Sig senest ${dayOf(by, 'da')}, hvem der behandler forslaget »${title}«`,
          decision: `Svar på forslaget »${title}« senest ${dayOf(by, 'da')}`,
        })[due],
      'deadline-late': ({ title = '', due = 'decision', by }) =>
        ({
          review: `For sent: forslaget ${title} skulle være læst senest ${dayOf(by, 'da')}`,
          notice: `For sent: forslagsstilleren skulle senest ${dayOf(by, 'da')} vide, hvem der behandler »${title}«`,
          decision: `For sent: forslaget »${title}« skulle være besvaret senest ${dayOf(by, 'da')}`,
        })[due],
      'supported-answered': ({ title = '', voted }) =>
        `Der er svar på et forslag, du ${voted ? 'har stemt om' : 'støtter'}: »${title}«`,
      'supported-moved': ({ title = '', voted }) =>
        `Der er nyt om et forslag, du ${voted ? 'har stemt om' : 'støtter'}: »${title}«`,
      'vote-ended': ({ title = '', outcome }) =>
        outcome === 'called-off'
          ? `Afstemningen »${title}« er aflyst`
          : `Afstemningen »${title}«, som du har deltaget i, er slut`,
    },
    story: {
      comment: ({ title, by }) => `${by ?? 'Nogen'} i debatten om »${title}«`,
      initiative: ({ title, by }) => `Nyt forslag: »${title}«${by ? ` (${by})` : ''}`,
      'initiative-reached': ({ title }) => `»${title}« har fået støtte nok`,
      'initiative-expired': ({ title }) => `Fristen for »${title}« er udløbet`,
      'initiative-answered': ({ title }) => `Kommunen har svaret på »${title}«`,
      'process-opened': ({ title }) => `Du kan være med nu: »${title}«`,
      'process-answered': ({ title }) => `Kommunen har svaret i »${title}«`,
      'process-closed': ({ title }) => `»${title}« er afsluttet`,
      'plan-published': ({ title, year }) => `Handleplanen for ${year} er klar: ${title}`,
      'vote-opened': ({ title }) => `Nu kan der stemmes: »${title}«`,
      'vote-called-off': ({ title }) => `Afstemningen »${title}« er aflyst`,
      'vote-closed': ({ title }) => `Afstemningen »${title}« er slut, og resultatet er klar`,
    },
    mine: 'Det, du har skrevet',
    more: (count) => `og ${count} til`,
    settings: 'Vælg, hvad du vil have på mail',
    stop: {
      answers: 'Stop mails om svar til dig',
      outcomes: 'Stop mails om det, du har skrevet',
      decisions: 'Stop mails om moderering',
      followed: 'Stop mails om det, du følger',
      daily: 'Stop den daglige mail',
      weekly: 'Stop den ugentlige mail',
    },
    reason: 'Begrundelse',
  },
  sv: {
    greeting: (name) => `Hej ${name}`,
    subject: {
      answers: (town) => `Svar till dig i ${town}`,
      outcomes: (town) => `Nytt om det du har skrivit i ${town}`,
      decisions: (town) => `Om ett inlägg i ${town}`,
      followed: (town) => `Nytt där du följer med i ${town}`,
      daily: (town) => `Dagens nytt från ${town}`,
      weekly: (town) => `Veckans nytt från ${town}`,
    },
    deadlines: (town) => `Tidsfrister i ${town}`,
    notice: {
      'comment-answered': ({ name = '', title = '' }) =>
        `${name} har svarat dig i diskussionen om ”${title}”`,
      mentioned: ({ name = '', title = '' }) => `${name} har nämnt dig i diskussionen om ”${title}”`,
      'contribution-hidden': ({ contribution }) =>
        contribution === 'initiative'
          ? 'Ditt förslag har dolts av en moderator'
          : 'Din kommentar har dolts av en moderator',
      'contribution-restored': ({ contribution }) =>
        contribution === 'initiative'
          ? 'Ditt förslag kan läsas av alla igen'
          : 'Din kommentar kan läsas av alla igen',
      'contribution-published': ({ contribution }) =>
        contribution === 'initiative'
          ? 'Ditt förslag har publicerats efter att en moderator sett det'
          : 'Din kommentar har publicerats efter att en moderator sett den',
      'contribution-held': ({ contribution }) =>
        contribution === 'initiative'
          ? 'Ditt förslag väntar på en moderator'
          : 'Din kommentar väntar på en moderator',
      'contribution-edited': ({ contribution }) =>
        contribution === 'initiative'
          ? 'En moderator har tagit bort personuppgifter ur ditt förslag'
          : 'En moderator har tagit bort personuppgifter ur din kommentar',
      'contribution-moved': () => 'Din kommentar har flyttats till en annan diskussion',
      'report-answered': ({ action = 'keep' }) =>
        ({
          keep: 'Det du anmälde står kvar',
          hide: 'Det du anmälde har dolts',
          restore: 'Det du anmälde kan läsas igen',
          remove: 'Det du anmälde har tagits bort',
          edit: 'Det du anmälde har ändrats',
          move: 'Det du anmälde har flyttats',
        })[action],
      'appeal-decided': ({ outcome }) =>
        outcome === 'upheld'
          ? 'Du har fått rätt i din omprövning'
          : 'Din begäran är avgjord: beslutet står fast',
      'hearing-opened': () => 'Vi överväger att stänga av dig tillfälligt – du kan svara först',
      'restriction-decided': ({ outcome }) =>
        outcome === 'warning'
          ? 'Du har fått en varning'
          : outcome === 'dropped'
            ? 'Ärendet om dig är avslutat utan åtgärd'
            : 'Du är tillfälligt avstängd från att skriva',
      'restriction-ended': () => 'Du kan skriva igen',
      'input-linked': ({ title = '', count }) =>
        several(
          count,
          `Det du skrev har tagits med i ”${title}”`,
          (n) => `${n} av dina inlägg har tagits med i ”${title}”`,
        ),
      'theme-answered': ({ title = '', count }) =>
        several(
          count,
          `Kommunen har svarat på det du skrev i ”${title}”`,
          (n) => `Kommunen har svarat på ${n} av dina inlägg i ”${title}”`,
        ),
      'input-planned': ({ title = '', year }) =>
        `Det du skrev har kommit med i handlingsplanen för ${year}: ${title}`,
      'result-reported': ({ title = '' }) => `Det finns ett resultat av det du skrev: ${title}`,
      'initiative-reached': ({ title = '' }) => `Ditt förslag ”${title}” har fått tillräckligt stöd`,
      'initiative-expired': ({ title = '' }) => `Sista dagen för ditt förslag ”${title}” har passerat`,
      'initiative-answered': ({ title = '' }) => `Kommunen har svarat på ditt förslag ”${title}”`,
      'initiative-moved': ({ title = '' }) => `Det finns nytt om ditt förslag ”${title}”`,
      'co-proposer-confirmed': ({ title = '', name = '', outcome }) =>
        `${name} är nu medförslagsställare till ”${title}”${outcome === 'ready' ? '. Nu kan du skicka in det' : ''}`,
      'merge-asked': ({ title = '', reference = '' }) =>
        `Ska ditt förslag ”${title}” slås ihop med ${reference}?`,
      'merge-answered': ({ title = '', reference = '', outcome }) =>
        outcome === 'merge'
          ? `”${title}” har slagits ihop med ${reference}`
          : outcome === 'agree'
            ? `Någon har sagt ja till att slå ihop ”${title}” med ${reference}`
            : outcome === 'undo'
              ? `”${title}” är inte längre ihopslaget med ${reference}`
              : outcome === 'take-back'
                ? `”${title}” ska ändå inte slås ihop med ${reference}`
                : `Någon har sagt nej till att slå ihop ”${title}” med ${reference}`,
      'handler-named': ({ title = '', name = '' }) => `${name} handlägger ditt förslag ”${title}”`,
      'case-assigned': ({ title = '' }) => `Du ska handlägga förslaget ”${title}”`,
      'opinion-asked': ({ title = '', name = '' }) =>
        `${name} vill höra vad du tycker om förslaget ”${title}”`,
      'opinion-given': ({ title = '', name = '' }) => `${name} har svarat dig om förslaget ”${title}”`,
      'deadline-near': ({ title = '', due = 'decision', by }) =>
        ({
          review: `Läs förslaget ${title} senast ${dayOf(by, 'sv')}`,
          notice: `Säg senast ${dayOf(by, 'sv')} vem som handlägger förslaget ”${title}”`,
          decision: `Svara på förslaget ”${title}” senast ${dayOf(by, 'sv')}`,
        })[due],
      'deadline-late': ({ title = '', due = 'decision', by }) =>
        ({
          review: `För sent: förslaget ${title} skulle ha lästs senast ${dayOf(by, 'sv')}`,
          notice: `För sent: förslagsställaren skulle senast ${dayOf(by, 'sv')} ha fått veta vem som handlägger ”${title}”`,
          decision: `För sent: förslaget ”${title}” skulle ha besvarats senast ${dayOf(by, 'sv')}`,
        })[due],
      'supported-answered': ({ title = '', voted }) =>
        `Det finns svar på ett förslag du ${voted ? 'har röstat om' : 'stöder'}: ”${title}”`,
      'supported-moved': ({ title = '', voted }) =>
        `Det finns nytt om ett förslag du ${voted ? 'har röstat om' : 'stöder'}: ”${title}”`,
      'vote-ended': ({ title = '', outcome }) =>
        outcome === 'called-off'
          ? `Omröstningen ”${title}” är inställd`
          : `Omröstningen ”${title}”, som du har deltagit i, är slut`,
    },
    story: {
      comment: ({ title, by }) => `${by ?? 'Någon'} i diskussionen om ”${title}”`,
      initiative: ({ title, by }) => `Nytt förslag: ”${title}”${by ? ` (${by})` : ''}`,
      'initiative-reached': ({ title }) => `”${title}” har fått tillräckligt stöd`,
      'initiative-expired': ({ title }) => `Sista dagen för ”${title}” har passerat`,
      'initiative-answered': ({ title }) => `Kommunen har svarat på ”${title}”`,
      'process-opened': ({ title }) => `Nu kan du vara med: ”${title}”`,
      'process-answered': ({ title }) => `Kommunen har svarat i ”${title}”`,
      'process-closed': ({ title }) => `”${title}” är avslutad`,
      'plan-published': ({ title, year }) => `Handlingsplanen för ${year} är klar: ${title}`,
      'vote-opened': ({ title }) => `Nu går det att rösta: ”${title}”`,
      'vote-called-off': ({ title }) => `Omröstningen ”${title}” är inställd`,
      'vote-closed': ({ title }) => `Omröstningen ”${title}” är slut, och resultatet är klart`,
    },
    mine: 'Det du har skrivit',
    more: (count) => `och ${count} till`,
    settings: 'Välj vad du vill få med e-post',
    stop: {
      answers: 'Sluta mejla om svar till dig',
      outcomes: 'Sluta mejla om det du har skrivit',
      decisions: 'Sluta mejla om moderering',
      followed: 'Sluta mejla om det du följer',
      daily: 'Sluta med det dagliga mejlet',
      weekly: 'Sluta med det veckovisa mejlet',
    },
    reason: 'Motivering',
  },
  en: {
    greeting: (name) => `Hello ${name}`,
    subject: {
      answers: (town) => `An answer to you in ${town}`,
      outcomes: (town) => `News of what you wrote in ${town}`,
      decisions: (town) => `About a contribution in ${town}`,
      followed: (town) => `News of what you follow in ${town}`,
      daily: (town) => `Today from ${town}`,
      weekly: (town) => `This week from ${town}`,
    },
    deadlines: (town) => `Deadlines in ${town}`,
    notice: {
      'comment-answered': ({ name = '', title = '' }) =>
        `${name} answered you in the discussion of “${title}”`,
      mentioned: ({ name = '', title = '' }) => `${name} mentioned you in the discussion of “${title}”`,
      'contribution-hidden': ({ contribution }) =>
        contribution === 'initiative'
          ? 'Your initiative was hidden by a moderator'
          : 'Your comment was hidden by a moderator',
      'contribution-restored': ({ contribution }) =>
        contribution === 'initiative'
          ? 'Your initiative can be read by all again'
          : 'Your comment can be read by all again',
      'contribution-published': ({ contribution }) =>
        contribution === 'initiative'
          ? 'Your initiative was published after a moderator looked at it'
          : 'Your comment was published after a moderator looked at it',
      'contribution-held': ({ contribution }) =>
        contribution === 'initiative'
          ? 'Your initiative waits for a moderator'
          : 'Your comment waits for a moderator',
      'contribution-edited': ({ contribution }) =>
        contribution === 'initiative'
          ? 'A moderator took personal data out of your initiative'
          : 'A moderator took personal data out of your comment',
      'contribution-moved': () => 'Your comment was moved to another discussion',
      'report-answered': ({ action = 'keep' }) =>
        ({
          keep: 'What you reported stays',
          hide: 'What you reported is hidden',
          restore: 'What you reported can be read again',
          remove: 'What you reported has been removed',
          edit: 'What you reported has been edited',
          move: 'What you reported has been moved',
        })[action],
      'appeal-decided': ({ outcome }) =>
        outcome === 'upheld' ? 'Your appeal was upheld' : 'Your appeal is decided: the decision stands',
      'hearing-opened': () => 'We are considering suspending you for a time – you can answer first',
      'restriction-decided': ({ outcome }) =>
        outcome === 'warning'
          ? 'You were given a warning'
          : outcome === 'dropped'
            ? 'The matter about you is closed, and nothing more happens'
            : 'You cannot write for a time',
      'restriction-ended': () => 'You can write again',
      'input-linked': ({ title = '', count }) =>
        several(
          count,
          `What you wrote was taken into “${title}”`,
          (n) => `${n} of your contributions were taken into “${title}”`,
        ),
      'theme-answered': ({ title = '', count }) =>
        several(
          count,
          `The municipality answered what you wrote in “${title}”`,
          (n) => `The municipality answered ${n} of your contributions in “${title}”`,
        ),
      'input-planned': ({ title = '', year }) => `What you wrote is in the action plan for ${year}: ${title}`,
      'result-reported': ({ title = '' }) => `There is a result of what you wrote: ${title}`,
      'initiative-reached': ({ title = '' }) => `Your initiative “${title}” has enough support`,
      'initiative-expired': ({ title = '' }) => `The deadline of your initiative “${title}” has passed`,
      'initiative-answered': ({ title = '' }) => `The municipality answered your initiative “${title}”`,
      'initiative-moved': ({ title = '' }) => `There is news of your initiative “${title}”`,
      'co-proposer-confirmed': ({ title = '', name = '', outcome }) =>
        `${name} now stands behind “${title}” with you${outcome === 'ready' ? '. Now you can send it in' : ''}`,
      'merge-asked': ({ title = '', reference = '' }) =>
        `Should your initiative “${title}” be merged with ${reference}?`,
      'merge-answered': ({ title = '', reference = '', outcome }) =>
        outcome === 'merge'
          ? `“${title}” is merged with ${reference}`
          : outcome === 'agree'
            ? `Somebody said yes to merging “${title}” with ${reference}`
            : outcome === 'undo'
              ? `“${title}” is no longer merged with ${reference}`
              : outcome === 'take-back'
                ? `“${title}” is not to be merged with ${reference} after all`
                : `Somebody said no to merging “${title}” with ${reference}`,
      'handler-named': ({ title = '', name = '' }) => `${name} deals with your initiative “${title}”`,
      'case-assigned': ({ title = '' }) => `You are to deal with the initiative “${title}”`,
      'opinion-asked': ({ title = '', name = '' }) =>
        `${name} asks what you think of the initiative “${title}”`,
      'opinion-given': ({ title = '', name = '' }) =>
        `${name} has answered you about the initiative “${title}”`,
      'deadline-near': ({ title = '', due = 'decision', by }) =>
        ({
          review: `Read the initiative ${title} by ${dayOf(by, 'en')}`,
          notice: `Say by ${dayOf(by, 'en')} who deals with the initiative “${title}”`,
          decision: `Answer the initiative “${title}” by ${dayOf(by, 'en')}`,
        })[due],
      'deadline-late': ({ title = '', due = 'decision', by }) =>
        ({
          review: `Late: the initiative ${title} should have been read by ${dayOf(by, 'en')}`,
          notice: `Late: its proposer should have heard by ${dayOf(by, 'en')} who deals with “${title}”`,
          decision: `Late: the initiative “${title}” should have been answered by ${dayOf(by, 'en')}`,
        })[due],
      'supported-answered': ({ title = '', voted }) =>
        `An initiative you ${voted ? 'voted on' : 'support'} was answered: “${title}”`,
      'supported-moved': ({ title = '', voted }) =>
        `There is news of an initiative you ${voted ? 'voted on' : 'support'}: “${title}”`,
      'vote-ended': ({ title = '', outcome }) =>
        outcome === 'called-off'
          ? `The vote “${title}” was called off`
          : `The vote “${title}” that you took part in is over`,
    },
    story: {
      comment: ({ title, by }) => `${by ?? 'Someone'} in the discussion of “${title}”`,
      initiative: ({ title, by }) => `New initiative: “${title}”${by ? ` (${by})` : ''}`,
      'initiative-reached': ({ title }) => `“${title}” has enough support`,
      'initiative-expired': ({ title }) => `The deadline of “${title}” has passed`,
      'initiative-answered': ({ title }) => `The municipality answered “${title}”`,
      'process-opened': ({ title }) => `You can take part now: “${title}”`,
      'process-answered': ({ title }) => `The municipality answered in “${title}”`,
      'process-closed': ({ title }) => `“${title}” has ended`,
      'plan-published': ({ title, year }) => `The action plan for ${year} is ready: ${title}`,
      'vote-opened': ({ title }) => `You can vote now: “${title}”`,
      'vote-called-off': ({ title }) => `The vote “${title}” was called off`,
      'vote-closed': ({ title }) => `The vote “${title}” is over, and the result is there`,
    },
    mine: 'What you wrote',
    more: (count) => `and ${count} more`,
    settings: 'Choose what you want by e-mail',
    stop: {
      answers: 'Stop e-mail about answers to you',
      outcomes: 'Stop e-mail about what you wrote',
      decisions: 'Stop e-mail about moderation',
      followed: 'Stop e-mail about what you follow',
      daily: 'Stop the daily e-mail',
      weekly: 'Stop the weekly e-mail',
    },
    reason: 'Reason',
  },
};

const LOCALES = { da: 'da-DK', sv: 'sv-SE', en: 'en-GB' };

/** A deadline is the end of a day: a moment before it is still that day. */
function dayOf(by: string | undefined, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], {
    dateStyle: 'long',
    timeZone: 'Europe/Copenhagen',
  }).format(new Date((by ? Date.parse(by) : Date.now()) - 1));
}
