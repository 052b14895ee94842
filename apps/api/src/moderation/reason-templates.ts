import type { ReasonCode } from './reason-codes.js';

/**
 * What a moderator can begin from when hiding something, in the municipality's language: what is wrong, by which rule
 * of the conduct, and what the author can do. No template for `other`: there the reason must be one's own words.
 */
export const REASON_TEMPLATES: Record<'da' | 'sv', Partial<Record<ReasonCode, string>>> = {
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
  },
};

/** What the author reads when a moderator takes a decision back at once. */
export const UNDO_REASON = {
  da: 'Det var en fejl. Indlægget er synligt igen.',
  sv: 'Det var ett misstag. Inlägget syns igen.',
};
