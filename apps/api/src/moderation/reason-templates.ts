import { isReasonIn, REASON_CODES, type ReasonCode } from './reason-codes.js';

type Country = 'da' | 'sv';
type Words = Record<Country, Partial<Record<ReasonCode, string>>>;

/** The provision a reason rests on in each country. The legal reasons a country has no provision for are not used there. */
export const LAWS: Words = {
  da: {
    'unlawful-threat': 'straffeloven § 266',
    'privacy-violation': 'straffeloven § 264 d',
    incitement: 'straffeloven § 136, stk. 1',
    agitation: 'straffeloven § 266 b',
    'child-abuse-material': 'straffeloven § 235',
    terrorism: 'straffeloven §§ 114 e og 136',
    copyright: 'ophavsretsloven §§ 2 og 76',
    'personal-data': 'databeskyttelsesforordningen, artikel 5 og 6',
  },
  sv: {
    'unlawful-threat': '4 kap. 5 § brottsbalken, 5 § lagen (1998:112)',
    'privacy-violation': '4 kap. 6 c § brottsbalken, 5 § lagen (1998:112)',
    incitement: '16 kap. 5 § brottsbalken, 5 § lagen (1998:112)',
    agitation: '16 kap. 8 § brottsbalken, 5 § lagen (1998:112)',
    'child-abuse-material': '16 kap. 10 a § brottsbalken, 5 § lagen (1998:112)',
    'unlawful-violence': '16 kap. 10 c § brottsbalken, 5 § lagen (1998:112)',
    terrorism: '7 § terroristbrottslagen (2022:666), 5 § lagen (1998:112)',
    copyright: '53 § lagen (1960:729) om upphovsrätt, 5 § lagen (1998:112)',
    'personal-data': 'dataskyddsförordningen, artikel 5 och 6',
  },
};

/**
 * What a moderator can begin from when hiding something, in the municipality's language: what is wrong, by which rule
 * of the conduct, and what the author can do. No template for `other`: there the reason must be one's own words.
 */
export const REASON_TEMPLATES: Words = {
  da: {
    insult:
      'Indlægget går efter personen i stedet for sagen. Du er velkommen til at skrive din mening igen uden det nedsættende.',
    threat: 'Indlægget indeholder en trussel. Trusler er ikke tilladt her og kan være strafbare.',
    hate: 'Indlægget taler nedsættende om en gruppe mennesker. Det er i strid med spillereglerne og kan være strafbart.',
    'personal-data':
      'Indlægget indeholder private oplysninger om en anden person. Skriv det gerne igen uden oplysningerne.',
    illegal:
      'Indlægget indeholder noget, det ikke er lovligt at dele, for eksempel andres værker uden tilladelse.',
    advertising: 'Indlægget er reklame. Her taler vi om kommunens mål og borgernes forslag.',
    'off-topic':
      'Indlægget handler om noget andet end målet på siden. Find gerne det mål, det hører til, og skriv det dér.',
    untrue: 'Indlægget fremstiller noget som et faktum, selv om det er påvist forkert.',
    'unlawful-threat':
      'Indlægget truer nogen med en strafbar handling. Den slags skal vi fjerne, og det kan blive anmeldt til politiet.',
    'privacy-violation':
      'Indlægget spreder billeder eller oplysninger fra en andens privatliv uden lov. Det skal vi fjerne.',
    incitement: 'Indlægget opfordrer til at begå forbrydelser. Det skal vi fjerne.',
    agitation:
      'Indlægget truer, håner eller nedværdiger en gruppe mennesker på en måde, der er strafbar. Det skal vi fjerne.',
    'child-abuse-material':
      'Indlægget viser eller henviser til seksuelt misbrug af børn. Det er fjernet og bliver anmeldt til politiet.',
    terrorism: 'Indlægget opfordrer til eller hylder terror. Det skal vi fjerne.',
    copyright: 'Indlægget deler en andens værk uden tilladelse. Skriv gerne igen med et link i stedet.',
  },
  sv: {
    insult:
      'Inlägget angriper personen i stället för sakfrågan. Du får gärna skriva din åsikt igen utan det nedsättande.',
    threat: 'Inlägget innehåller ett hot. Hot är inte tillåtna här och kan vara brottsliga.',
    hate: 'Inlägget talar nedsättande om en grupp människor. Det strider mot reglerna och kan vara brottsligt.',
    'personal-data':
      'Inlägget innehåller privata uppgifter om någon annan. Skriv det gärna igen utan uppgifterna.',
    illegal:
      'Inlägget innehåller något som inte är lagligt att dela, till exempel andras verk utan tillstånd.',
    advertising: 'Inlägget är reklam. Här talar vi om kommunens mål och invånarnas förslag.',
    'off-topic':
      'Inlägget handlar om något annat än målet på sidan. Leta gärna upp det mål det hör till och skriv där.',
    untrue: 'Inlägget framställer något som fakta trots att det har visats vara fel.',
    'unlawful-threat':
      'Inlägget innehåller ett olaga hot. Sådant måste vi ta bort, och det kan bli polisanmält.',
    'privacy-violation':
      'Inlägget sprider bilder eller uppgifter ur någons privatliv utan lov (olaga integritetsintrång). Det måste vi ta bort.',
    incitement: 'Inlägget uppmanar till brott (uppvigling). Det måste vi ta bort.',
    agitation:
      'Inlägget hotar eller uttrycker missaktning för en folkgrupp (hets mot folkgrupp). Det måste vi ta bort.',
    'child-abuse-material':
      'Inlägget innehåller eller hänvisar till barnpornografi. Det är borttaget och polisanmäls.',
    'unlawful-violence': 'Inlägget innehåller en olaga våldsskildring. Det måste vi ta bort.',
    terrorism: 'Inlägget uppmanar till terroristbrott. Det måste vi ta bort.',
    copyright: 'Inlägget delar någon annans verk utan tillstånd. Skriv gärna igen med en länk i stället.',
  },
};

/** What the author reads when a moderator takes a decision back at once. */
export const UNDO_REASON = {
  da: 'Det var en fejl. Indlægget er synligt igen.',
  sv: 'Det var ett misstag. Inlägget syns igen.',
};

/** What the author reads where a moderator moves the contribution, unless they say it in other words. */
export const MOVE_REASON = {
  da: 'Vi har flyttet det derhen, hvor emnet bliver drøftet.',
  sv: 'Vi har flyttat det dit där ämnet diskuteras.',
};

/** Stands where personal data was taken out. In the contribution's own language. */
export const REDACTED = {
  da: '[personoplysning fjernet]',
  sv: '[personuppgift borttagen]',
  en: '[personal data removed]',
};

/** Stands in a contribution's row while the text is in quarantine; nobody is shown it. */
export const QUARANTINED = '[–]';

/** The reasons that apply where this language is the municipality's: those of conduct, and its country's law. */
export const codesOf = (country: Country): ReasonCode[] =>
  REASON_CODES.filter((code) => isReasonIn(country, code));
