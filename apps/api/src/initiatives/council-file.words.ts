import type { InitiativeOutcome } from '@medvind/contracts';
import type { Act } from './life.rules.js';

interface Words {
  kind: (reference: string) => string;
  to: string;
  unit: string;
  /** Nobody has said yet that it is this one. */
  proposed: (unit: string) => string;
  caseNumber: string;
  proposer: string;
  coProposers: string;
  gone: string;
  goal: string;
  district: string;
  supporters: string;
  threshold: string;
  handedOver: string;
  decideBy: string;
  address: string;
  made: string;
  proposal: string;
  remarks: string;
  timeline: string;
  date: string;
  step: string;
  note: string;
  acts: Record<Act, string>;
  support: string;
  channel: string;
  count: string;
  online: string;
  paper: string;
  all: string;
  protected: string;
  /** Several lines in one, none of which says anything. */
  fewIn: (count: number) => string;
  protectedNote: string;
  byDistrict: string;
  notStated: string;
  districtNote: string;
  arguments: string;
  for: string;
  against: string;
  blank: string;
  noArguments: string;
  similar: string;
  reference: string;
  title: string;
  outcome: string;
  undecided: string;
  noSimilar: string;
  said: string;
  saidLead: string;
  nothingSaid: string;
  agree: (count: number) => string;
  outcomes: Record<InitiativeOutcome, string>;
}

/** The words of a case for the council, in the municipality's language. */
export const COUNCIL_WORDS: Record<'da' | 'sv', Words> = {
  da: {
    kind: (reference) => `Borgerforslag ${reference}`,
    to: 'Til',
    unit: 'Enhed',
    proposed: (unit) => `${unit} (foreslået)`,
    caseNumber: 'Sagsnr.',
    proposer: 'Forslagsstiller',
    coProposers: 'Medstillere',
    gone: 'Har ikke længere en konto',
    goal: 'Mål',
    district: 'Lokalområde',
    supporters: 'Støtter',
    threshold: 'Støttekrav',
    handedOver: 'Afleveret',
    decideBy: 'Svar senest',
    address: 'Side',
    made: 'Lavet',
    proposal: 'Forslaget',
    remarks: 'Forslagsstillerens bemærkninger',
    timeline: 'Det er der sket',
    date: 'Dato',
    step: 'Trin',
    note: 'Bemærkning',
    acts: {
      ask: 'Sendt til medstillere',
      rewrite: 'Skrevet om',
      submit: 'Sendt ind',
      publish: 'Offentliggjort',
      reject: 'Ikke offentliggjort',
      reconsider: 'Læses igen',
      reach: 'Fik støtte nok',
      'reach-higher': 'Fik endnu mere støtte',
      expire: 'Fristen gik uden støtte nok',
      'hand-over': 'Afleveret',
      consider: 'Taget op',
      extend: 'Fristen forlænget',
      overdue: 'Fristen for svar er gået',
      decide: 'Besvaret',
      undecide: 'Svaret taget tilbage',
      plan: 'Kom med i handleplanen',
      'carry-out': 'Gennemført',
      withdraw: 'Trukket tilbage',
    },
    support: 'Støtte',
    channel: 'Kanal',
    count: 'Antal',
    online: 'Digitalt',
    paper: 'På papir',
    all: 'I alt',
    protected: 'for få til at vise',
    fewIn: (count) => `${count} andre`,
    protectedNote:
      'Tal under 5 er skjult, så ingen kan kendes på dem, og så mange andre tal, at de ikke kan regnes ud.',
    byDistrict: 'Støtte efter lokalområde',
    notStated: 'Digitalt, ikke oplyst',
    districtNote:
      'Lokalområdet er det, hver støtter boede i, da støtten blev givet, hvis det er bekræftet eller oplyst. På papir spørges der ikke om det.',
    arguments: 'Argumenter',
    for: 'For',
    against: 'Imod',
    blank: 'Blankt',
    noArguments: 'Ingen har skrevet et.',
    similar: 'Forslag, der ligner',
    reference: 'Nummer',
    title: 'Titel',
    outcome: 'Svar',
    undecided: 'Ikke besvaret',
    noSimilar: 'Ingen forslag ligner dette.',
    said: 'Det siger debatten',
    saidLead: 'De indlæg, flest er enige i.',
    nothingSaid: 'Ingen har skrevet i debatten.',
    agree: (count) => `${count} enige`,
    outcomes: {
      accepted: 'Gennemføres',
      partly: 'Gennemføres delvist',
      declined: 'Gennemføres ikke',
      answered: 'Besvaret',
      'considered-answered': 'Anses for besvaret',
      forwarded: 'Sendt videre',
      'outside-competence': 'Ikke noget, kommunen kan afgøre',
    },
  },
  sv: {
    kind: (reference) => `Invånarförslag ${reference}`,
    to: 'Till',
    unit: 'Enhet',
    proposed: (unit) => `${unit} (föreslagen)`,
    caseNumber: 'Diarienr',
    proposer: 'Förslagsställare',
    coProposers: 'Medförslagsställare',
    gone: 'Har inte längre något konto',
    goal: 'Mål',
    district: 'Stadsdel',
    supporters: 'Stödjare',
    threshold: 'Röstgräns',
    handedOver: 'Överlämnat',
    decideBy: 'Svara senast',
    address: 'Sida',
    made: 'Skapat',
    proposal: 'Förslaget',
    remarks: 'Förslagsställarens anmärkningar',
    timeline: 'Det har hänt',
    date: 'Datum',
    step: 'Steg',
    note: 'Anmärkning',
    acts: {
      ask: 'Skickat till medförslagsställare',
      rewrite: 'Omskrivet',
      submit: 'Insänt',
      publish: 'Publicerat',
      reject: 'Inte publicerat',
      reconsider: 'Läses igen',
      reach: 'Fick tillräckligt stöd',
      'reach-higher': 'Fick ännu mer stöd',
      expire: 'Tiden gick ut utan tillräckligt stöd',
      'hand-over': 'Överlämnat',
      consider: 'Taget upp',
      extend: 'Tidsfristen förlängd',
      overdue: 'Tidsfristen för svar har gått ut',
      decide: 'Besvarat',
      undecide: 'Svaret taget tillbaka',
      plan: 'Kom med i handlingsplanen',
      'carry-out': 'Genomfört',
      withdraw: 'Återkallat',
    },
    support: 'Stöd',
    channel: 'Kanal',
    count: 'Antal',
    online: 'Digitalt',
    paper: 'På papper',
    all: 'Totalt',
    protected: 'för få för att visas',
    fewIn: (count) => `${count} andra`,
    protectedNote:
      'Tal under 5 är dolda så att ingen kan kännas igen på dem, och så många andra tal att de inte kan räknas ut.',
    byDistrict: 'Stöd per stadsdel',
    notStated: 'Digitalt, inte uppgivet',
    districtNote:
      'Stadsdelen är den där var och en bodde när stödet gavs, om den är bekräftad eller uppgiven. På papper frågas det inte efter den.',
    arguments: 'Argument',
    for: 'För',
    against: 'Emot',
    blank: 'Blankt',
    noArguments: 'Ingen har skrivit något.',
    similar: 'Liknande förslag',
    reference: 'Nummer',
    title: 'Titel',
    outcome: 'Svar',
    undecided: 'Inte besvarat',
    noSimilar: 'Inga förslag liknar det här.',
    said: 'Det säger diskussionen',
    saidLead: 'De inlägg som flest håller med om.',
    nothingSaid: 'Ingen har skrivit i diskussionen.',
    agree: (count) => `${count} håller med`,
    outcomes: {
      accepted: 'Genomförs',
      partly: 'Genomförs delvis',
      declined: 'Genomförs inte',
      answered: 'Besvarat',
      'considered-answered': 'Anses besvarat',
      forwarded: 'Skickat vidare',
      'outside-competence': 'Inget kommunen kan avgöra',
    },
  },
};
