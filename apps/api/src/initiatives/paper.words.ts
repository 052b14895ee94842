/** What stands on paper, in the municipality's language: paper hangs in one place. */
export interface PaperWords {
  /** What a file is called after its number. */
  files: { poster: string; 'support-sheet': string };
  kind: (reference: string) => string;
  support: (date: string) => string;
  supportAnytime: string;
  needed: (count: number) => string;
  scan: string;
  qr: (address: string) => string;
  sheetTitle: (reference: string) => string;
  sheet: string;
  statement: (title: string) => string;
  privacy: string;
  once: string;
  columns: { number: string; name: string; address: string; born: string; signature: string };
  handIn: (unit: string, address: string) => string;
  moreAt: string;
}

const da: PaperWords = {
  files: { poster: 'plakat', 'support-sheet': 'stoetteark' },
  kind: (reference) => `Borgerforslag ${reference}`,
  support: (date) => `Støt forslaget senest ${date}`,
  supportAnytime: 'Læs forslaget, og følg med',
  needed: (count) => `${count} skal støtte det, så svarer kommunen.`,
  scan: 'Scan koden, eller gå til',
  qr: (address) => `QR-kode, der fører til ${address}`,
  sheetTitle: (reference) => `Støtteark til borgerforslag ${reference}`,
  sheet: 'Ark nr.',
  statement: (title) =>
    `Jeg støtter borgerforslaget “${title}”, som det er offentliggjort på adressen herunder.`,
  privacy:
    'Kommunen bruger oplysningerne til at tælle støtten og til at se, at ingen tælles to gange. Når arket er tastet ind, gemmes kun navnet og en kode, som fødselsdatoen ikke kan læses af. Hvem der støtter, offentliggøres ikke.',
  once: 'Man kan støtte én gang, enten på papir eller på nettet.',
  columns: {
    number: 'Nr.',
    name: 'Navn',
    address: 'Adresse',
    born: 'Fødselsdato',
    signature: 'Underskrift',
  },
  handIn: (unit, address) => `Aflever arket til ${unit}, ${address}.`,
  moreAt: 'Hele forslaget:',
};

const sv: PaperWords = {
  files: { poster: 'affisch', 'support-sheet': 'namnlista' },
  kind: (reference) => `Invånarförslag ${reference}`,
  support: (date) => `Stöd förslaget senast ${date}`,
  supportAnytime: 'Läs förslaget och följ med',
  needed: (count) => `${count} ska stödja det, då svarar kommunen.`,
  scan: 'Skanna koden eller gå till',
  qr: (address) => `QR-kod som leder till ${address}`,
  sheetTitle: (reference) => `Namnlista för invånarförslag ${reference}`,
  sheet: 'Blad nr',
  statement: (title) =>
    `Jag stödjer invånarförslaget ”${title}”, så som det är publicerat på adressen här nedanför.`,
  privacy:
    'Kommunen använder uppgifterna för att räkna stödet och se att ingen räknas två gånger. När bladet har matats in sparas bara namnet och en kod som födelsedatumet inte kan läsas ur. Vem som stödjer offentliggörs inte.',
  once: 'Man kan stödja en gång, antingen på papper eller på nätet.',
  columns: {
    number: 'Nr',
    name: 'Namn',
    address: 'Adress',
    born: 'Födelsedatum',
    signature: 'Underskrift',
  },
  handIn: (unit, address) => `Lämna bladet till ${unit}, ${address}.`,
  moreAt: 'Hela förslaget:',
};

export const PAPER_WORDS: Record<'da' | 'sv', PaperWords> = { da, sv };
