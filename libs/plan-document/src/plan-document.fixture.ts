import {
  planReference,
  type PlanAction,
  type PlanDocument,
  type PlanLanguage,
  type PlanReferenceKind,
  type PlanSource,
} from './plan-document.model.js';

/** An action about which nothing but its title is known yet. */
export function anAction(given: Partial<PlanAction> = {}): PlanAction {
  return {
    number: '',
    goal: '',
    title: 'Åbne døre',
    description: '',
    background: {
      commentCount: 0,
      initiativeCount: 0,
      supporterCount: 0,
      youngShare: null,
      bySourceGroup: [],
      initiatives: [],
      quotes: [],
    },
    targetGroup: '',
    successCriterion: '',
    indicator: '',
    targetValue: '',
    responsible: '',
    lead: '',
    partners: [],
    schedule: { text: '', startsOn: null, endsOn: null },
    economy: { text: '', amount: null, withinFrame: false, currency: 'DKK' },
    status: 'planned',
    followUp: '',
    result: '',
    ...given,
  };
}

/** A plan of which only the front page exists. */
export function anEmptyPlan(language: PlanLanguage, given: Partial<PlanDocument> = {}): PlanDocument {
  return {
    language,
    frontPage: {
      municipality: language === 'sv' ? 'Helsingborgs stad' : 'Helsingør Kommune',
      themeColour: '#005f73',
      policyTitle: language === 'sv' ? 'Program för delaktighet' : 'Politik for fællesskaber',
      planTitle: language === 'sv' ? 'Handlingsplan 2027' : 'Handleplan 2027',
      year: 2027,
      ownerUnit: '',
      adoptedBy: '',
      adoptedOn: null,
      caseNumber: '',
      status: 'draft',
      url: '',
      exportedOn: '2026-11-20',
    },
    introduction: '',
    visionRelation: '',
    processes: [],
    focusAreas: [],
    moneyNote: '',
    followUp: '',
    evaluation: '',
    ideaCatalogue: [],
    consultationReport: [],
    ...given,
  };
}

/** A plan as long and as varied as one a council gets: every part filled, every status and outcome used. */
export function aDanishPlan(given: Partial<PlanDocument> = {}): PlanDocument {
  const from = sourceAt('https://medvind.example/helsingor');
  return {
    ...anEmptyPlan('da'),
    frontPage: {
      municipality: 'Helsingør Kommune',
      themeColour: '#005f73',
      policyTitle: 'Politik for fællesskaber',
      planTitle: 'Handleplan 2026 for stærke fællesskaber',
      year: 2026,
      ownerUnit: 'Center for Kultur, Idræt og Medborgerskab',
      adoptedBy: 'Byrådet',
      adoptedOn: '2026-05-25',
      caseNumber: '26/014872',
      status: 'published',
      url: 'https://medvind.example/helsingor/planer/2026-faellesskaber',
      exportedOn: '2026-06-02',
    },
    introduction:
      'Handleplanen viser, hvad kommunen gør i 2026 for at flere kan tage del i livet omkring dem. Den bygger på det, borgere, foreninger og råd har fortalt os i løbet af efteråret og vinteren.\n\nHver indsats har en afsender i forvaltningen, en tidsplan og et mål, der kan måles. Ved hver indsats står også, hvilke bidrag fra borgere den bygger på. Det er nyt, og det er meningen, at det skal kunne efterprøves: bag hver henvisning ligger et bidrag, som alle kan læse.\n\nPlanen gælder et kalenderår. Det, der ikke er nået, tages op igen, når den næste plan lægges.',
    visionRelation:
      'Byrådets vision er en kommune, hvor man mødes på tværs af alder, baggrund og bydel. Politikken sætter retningen med fem fokusområder, og handleplanen omsætter tre af dem til handling i år.\n\nIndsatserne er valgt, fordi de skaber steder og anledninger at mødes om, og fordi de kan sættes i gang uden at vente på nye anlæg.',
    processes: [
      {
        title: 'Vores steder at mødes',
        kind: 'citizen',
        question:
          'Hvilke steder skal holde åbent om aftenen, hvad skal der ske på dem, og hvem skal have nøglen? Bygningernes antal og det samlede budget ligger fast.',
        level: 'Involvere',
        promise:
          'Vi arbejder sammen med jer om løsningerne, og I kan se i planen, hvad jeres bidrag blev til.',
        startsOn: '2025-10-01',
        endsOn: '2026-02-15',
        methods: ['Spørgeskema', 'Fokusgruppeinterview', 'Fremtidsværksted'],
        meetings: [
          {
            title: 'Dialogmøde på biblioteket',
            date: '2025-10-23',
            place: 'Kulturværftet',
            participants: 86,
          },
          {
            title: 'Fremtidsværksted for unge',
            date: '2025-11-12',
            place: 'Espergærde Skole',
            participants: 41,
          },
          { title: 'Borgermøde om forslagene', date: '2026-01-20', place: 'Hornbæk Hus', participants: 112 },
        ],
        participants: {
          total: 239,
          target: 200,
          youngShare: 0.31,
          groups: [
            { group: 'Unge under 25 år', count: 74 },
            { group: 'Foreninger', count: 38 },
            { group: 'Ældreråd og handicapråd', count: 12 },
            { group: 'Øvrige borgere', count: 115 },
          ],
        },
        contributions: { works: 58, doesNot: 91, need: 143 },
        decision: {
          text: 'Udvalget besluttede at holde tre steder åbne til klokken 22 på hverdage i en prøveperiode og at lade foreningerne selv råde over nøglerne.',
          decidedBy: 'Kultur- og Fritidsudvalget',
          decidedOn: '2026-03-04',
        },
        caseNumber: '25/031190',
        url: 'https://medvind.example/helsingor/inddragelse/vores-steder',
      },
      {
        title: 'Hjælp til at komme i gang som frivillig',
        kind: 'user',
        question: 'Hvordan bliver det lettere at finde en opgave og blive taget godt imod?',
        level: 'Konsultere',
        promise: 'Vi lytter til jer og fortæller, hvordan jeres svar har påvirket beslutningen.',
        startsOn: '2025-11-03',
        endsOn: '2025-12-19',
        methods: ['Enkeltinterview', 'Spørgeskema'],
        meetings: [],
        participants: { total: 64, target: null, youngShare: null, groups: [] },
        contributions: { works: 22, doesNot: 17, need: 25 },
        decision: null,
        caseNumber: '25/037755',
        url: 'https://medvind.example/helsingor/inddragelse/frivillig',
      },
    ],
    focusAreas: [
      {
        number: '1.',
        title: 'Steder, der samler',
        actions: [
          anAction({
            number: '1.1',
            goal: '1.2 Flere steder er åbne, når borgerne har fri',
            title: 'Åbne huse om aftenen',
            description:
              'Tre kommunale huse holder åbent til klokken 22 mandag til torsdag. Foreninger og grupper uden en forening bag sig kan booke et rum uden betaling.\n\nEn husvært er til stede de to første måneder. Derefter låser brugerne selv op og i.',
            background: {
              commentCount: 46,
              initiativeCount: 2,
              supporterCount: 431,
              youngShare: 0.38,
              bySourceGroup: [
                { group: 'Unge under 25 år', count: 19 },
                { group: 'Foreninger', count: 11 },
                { group: 'Ældreråd', count: 2 },
                { group: 'Øvrige borgere', count: 16 },
              ],
              initiatives: [
                {
                  ...from('initiative', 12),
                  title: 'Lad biblioteket være åbent om aftenen',
                  supporters: 318,
                },
                { ...from('initiative', 27), title: 'Et øvelokale, man kan booke selv', supporters: 113 },
              ],
              quotes: [
                {
                  ...from('comment', 123),
                  text: 'Vi er ti, der spiller brætspil sammen. Vi har prøvet alle caféer i byen, men vi mangler et sted, hvor man ikke skal købe noget.',
                  language: 'da',
                },
                {
                  ...from('comment', 208),
                  text: 'Jag pendlar över sundet varje dag och är hemma först vid sju. Då är allt stängt.',
                  language: 'sv',
                },
              ],
            },
            targetGroup: 'Alle borgere; særligt unge og grupper uden eget lokale',
            successCriterion: 'Husene bliver brugt, og brugerne tager selv ansvar for dem.',
            indicator: 'Bookede aftener om måneden, de tre huse tilsammen',
            targetValue: '90 inden udgangen af 2026 (2025: 34)',
            responsible: 'Center for Kultur, Idræt og Medborgerskab',
            lead: 'Teamleder for biblioteker og huse',
            partners: ['Samvirkende Idrætsforeninger', 'Ungerådet', 'Boligforeningen Sundhuset'],
            schedule: {
              text: 'Fra august, prøveperiode et år',
              startsOn: '2026-08-10',
              endsOn: '2027-08-09',
            },
            economy: { text: 'Husværter og låse', amount: 420_000, withinFrame: false, currency: 'DKK' },
            status: 'underway',
            followUp: 'Bookingtallene gøres op hver måned. Udvalget får en status i december.',
            result: '',
          }),
          anAction({
            number: '1.2',
            goal: '1.3 Byens rum indbyder til ophold',
            title: 'Borde og bænke på torvet',
            description: 'Ti langborde sættes op på torvet fra maj til september.',
            background: {
              ...anAction().background,
              commentCount: 9,
              bySourceGroup: [{ group: 'Øvrige borgere', count: 9 }],
              quotes: [
                { ...from('comment', 341), text: 'Et bord gør, at man bliver siddende.', language: 'da' },
              ],
            },
            targetGroup: 'Alle, der kommer i midtbyen',
            successCriterion: 'Flere bliver på torvet længere.',
            indicator: 'Personer på torvet kl. 16 i en optalt uge',
            targetValue: '150',
            responsible: 'Center for Teknik, Miljø og Klima',
            lead: 'Byrumsplanlægger',
            partners: ['Cityforeningen'],
            schedule: { text: '', startsOn: '2026-05-01', endsOn: '2026-09-30' },
            economy: { text: '', amount: null, withinFrame: true, currency: 'DKK' },
            status: 'done',
            followUp: 'Optalt i uge 33.',
            result: '171 personer i gennemsnit. Bordene sættes op igen næste år.',
          }),
        ],
      },
      {
        number: '4.',
        title: 'Lettere at tage del',
        actions: [
          anAction({
            number: '4.1',
            goal: '4.1 Alle, der vil være frivillige, finder en opgave',
            title: 'Én indgang for nye frivillige',
            description:
              'Der oprettes en fast vejledning på biblioteket og en side, hvor foreninger selv lægger opgaver ud.',
            background: {
              commentCount: 31,
              initiativeCount: 1,
              supporterCount: 96,
              youngShare: 0.22,
              bySourceGroup: [
                { group: 'Frivillige', count: 18 },
                { group: 'Foreninger', count: 13 },
              ],
              initiatives: [{ ...from('initiative', 33), title: 'Et sted at spørge', supporters: 96 }],
              quotes: [
                {
                  ...from('comment', 402),
                  text: 'Jeg ringede til fire foreninger. Én ringede tilbage, og da havde jeg fundet noget andet at bruge mine onsdage på.',
                  language: 'da',
                },
              ],
            },
            targetGroup: 'Borgere, der ikke er frivillige i dag',
            successCriterion: 'Ny frivillig i gang senest tre uger efter første henvendelse.',
            indicator: 'Median antal dage fra henvendelse til første opgave',
            targetValue: '21 dage',
            responsible: 'Center for Sundhed og Omsorg',
            lead: 'Frivillighedskonsulent',
            partners: ['Frivilligcentret', 'Ældre Sagen'],
            schedule: { text: 'Andet halvår', startsOn: '2026-07-01', endsOn: '2026-12-31' },
            economy: {
              text: 'Heraf 75.000 kr. fra statens pulje til frivilligt arbejde',
              amount: 250_000,
              withinFrame: false,
              currency: 'DKK',
            },
            status: 'delayed',
            followUp: 'Ansættelsen er udskudt til oktober.',
            result: '',
          }),
          anAction({
            number: '4.2',
            goal: '4.3 Råd og nævn er til at forstå',
            title: 'Dagsordener i klart sprog',
            description:
              'Hvert punkt på udvalgenes dagsordener får tre linjer om, hvad det betyder for borgerne.',
            targetGroup: 'Borgere og foreninger',
            responsible: 'Center for Politik og Organisation',
            lead: 'Sekretariatsleder',
            schedule: { text: 'Hele året', startsOn: null, endsOn: null },
            status: 'planned',
          }),
          anAction({
            number: '4.3',
            goal: '4.3 Råd og nævn er til at forstå',
            title: 'Byrådsmøder med tegnsprogstolkning',
            description: 'Møderne tolkes, når det er bestilt en uge før.',
            background: {
              ...anAction().background,
              commentCount: 3,
              bySourceGroup: [{ group: 'Handicapråd', count: 3 }],
            },
            targetGroup: 'Døve og hørehæmmede',
            responsible: 'Center for Politik og Organisation',
            lead: 'Byrådssekretær',
            schedule: { text: 'Udgår', startsOn: null, endsOn: null },
            economy: {
              text: 'Overgår til tilgængelighedspuljen',
              amount: null,
              withinFrame: false,
              currency: 'DKK',
            },
            status: 'dropped',
            followUp: 'Løses nu som en fast ordning uden for planen.',
            result: 'Indført fra 1. februar 2026.',
          }),
        ],
      },
      { number: '4.', title: 'Naboskab på tværs', actions: [] },
    ],
    moneyNote: 'Beløbene er indeholdt i budget 2026–2029, som Byrådet vedtog i oktober 2025.',
    followUp:
      'Udvalget får en status to gange om året, i juni og december. De samme tal kan følges på handleplanens side.\n\nEn indsats, der er forsinket mere end et kvartal, forelægges udvalget særskilt.',
    evaluation:
      'I januar 2027 gøres året op sammen med Ungerådet, Ældrerådet og de foreninger, der har deltaget. Opgørelsen siger for hver indsats, om målet blev nået, og hvad vi har lært.',
    ideaCatalogue: [
      {
        title: 'Dialogmøde på biblioteket',
        date: '2025-10-23',
        place: 'Kulturværftet',
        themes: [
          {
            title: 'Hvornår og hvor',
            ideas: [
              { ...from('idea', 1), text: 'Åbent i skolernes musiklokaler i weekenden' },
              { ...from('idea', 2), text: 'Fælles kalender, som hænger ved stationen' },
              { ...from('idea', 3), text: 'Et lånebibliotek til værktøj og spil 🎲' },
            ],
          },
          {
            title: 'Mad',
            ideas: [{ ...from('idea', 4), text: 'Fællesspisning den første torsdag i måneden' }],
          },
        ],
      },
      {
        title: 'Fremtidsværksted for unge',
        date: '2025-11-12',
        place: 'Espergærde Skole',
        themes: [
          {
            title: 'Det, vi selv vil stå for',
            ideas: [
              { ...from('idea', 5), text: 'Unge værter, der får en nøgle og en timeløn' },
              { ...from('idea', 6), text: 'Natbus hjem, når der er arrangement' },
            ],
          },
        ],
      },
      { title: 'Borgermøde om forslagene', date: '2026-01-20', place: 'Hornbæk Hus', themes: [] },
    ],
    consultationReport: [
      {
        process: 'Vores steder at mødes',
        theme: 'Åbningstider',
        input: 'Husene lukker, før folk har fri. Mange foreslår åbent til klokken 22, nogle til midnat.',
        sources: [from('comment', 123), from('comment', 208), from('initiative', 12)],
        answer:
          'Tre huse holder åbent til klokken 22 i en prøveperiode. Åbent til midnat kræver vagt og kan ikke rummes i budgettet.',
        change: 'Indsats 1.1 er ny i planen.',
        outcome: 'partly',
      },
      {
        process: 'Vores steder at mødes',
        theme: 'Nøgler',
        input: 'Foreningerne beder om selv at kunne låse op.',
        sources: [from('comment', 151), from('opinion', 3)],
        answer: 'Det er vi enige i. Der sættes elektroniske låse i.',
        change: 'Beløb til låse er lagt ind i indsats 1.1.',
        outcome: 'accepted',
      },
      {
        process: 'Vores steder at mødes',
        theme: 'Ny svømmehal',
        input: 'Flere ønsker en svømmehal i den nordlige del af kommunen.',
        sources: [from('comment', 190)],
        answer:
          'Anlæg ligger uden for rammen for dette forløb. Ønsket er sendt videre til budgetforhandlingerne.',
        change: '',
        outcome: 'declined',
      },
    ],
    ...given,
  };
}

/** The plan of the other side of the Sound, shorter, in Swedish and in kronor of its own. */
export function aSwedishPlan(given: Partial<PlanDocument> = {}): PlanDocument {
  const from = sourceAt('https://medvind.example/helsingborg');
  return {
    ...anEmptyPlan('sv'),
    frontPage: {
      municipality: 'Helsingborgs stad',
      themeColour: '#ffc20e',
      policyTitle: 'Program för ett gott vardagsliv',
      planTitle: 'Handlingsplan 2026',
      year: 2026,
      ownerUnit: 'Stadsledningsförvaltningen',
      adoptedBy: 'Kommunstyrelsen',
      adoptedOn: '2026-03-11',
      caseNumber: 'KS 2026/00417',
      status: 'draft',
      url: 'https://medvind.example/helsingborg/planer/2026',
      exportedOn: '2026-04-01',
    },
    introduction: 'Planen samlar det som staden gör under året för att vardagen ska bli enklare att leva.',
    visionRelation:
      'Åtgärderna bidrar till visionen om en stad för alla, där det är lätt att mötas och påverka.',
    processes: [
      {
        title: 'Tryggt på väg hem',
        kind: 'citizen',
        question: 'Var känns det otryggt, och vad skulle hjälpa mest?',
        level: 'Dialog',
        promise: 'Vi för en dialog med er och redovisar hur synpunkterna har vägts in.',
        startsOn: '2025-09-01',
        endsOn: '2025-11-30',
        methods: ['Trygghetsvandring', 'Enkät'],
        meetings: [
          { title: 'Vandring i Söder', date: '2025-09-18', place: 'Gustav Adolfs torg', participants: 27 },
        ],
        participants: {
          total: 154,
          target: 150,
          youngShare: 0.27,
          groups: [{ group: 'Skolelever', count: 41 }],
        },
        contributions: { works: 12, doesNot: 63, need: 79 },
        decision: {
          text: 'Belysningen byggs ut på två stråk.',
          decidedBy: 'Stadsbyggnadsnämnden',
          decidedOn: '2026-01-22',
        },
        caseNumber: 'SBN 2025/01123',
        url: 'https://medvind.example/helsingborg/dialog/tryggt-hem',
      },
    ],
    focusAreas: [
      {
        number: '',
        title: 'Trygga stråk och mötesplatser',
        actions: [
          anAction({
            number: '1',
            goal: 'Fler ska känna sig trygga i sin stadsdel',
            title: 'Ljus på två stråk',
            description: 'Gångstråken mellan stationen och skolan får ny belysning och beskärda buskage.',
            background: {
              commentCount: 37,
              initiativeCount: 1,
              supporterCount: 212,
              youngShare: 0.41,
              bySourceGroup: [{ group: 'Skolelever', count: 22 }],
              initiatives: [
                { ...from('initiative', 8), title: 'Tänd vägen till träningen', supporters: 212 },
              ],
              quotes: [
                {
                  ...from('comment', 77),
                  text: 'Jag cyklar en omväg på två kilometer när det är mörkt.',
                  language: 'sv',
                },
              ],
            },
            targetGroup: 'Alla som går och cyklar, särskilt skolelever',
            successCriterion: 'Färre väljer bort stråken efter mörkrets inbrott.',
            indicator: 'Andel som känner sig trygga kvällstid',
            targetValue: '70 % (2025: 52 %)',
            responsible: 'Stadsbyggnadsnämnden, stadsbyggnadsförvaltningen',
            lead: 'Projektledare belysning',
            partners: ['Öresundskraft'],
            schedule: { text: 'Klart före hösten', startsOn: '2026-04-15', endsOn: '2026-09-15' },
            economy: { text: 'Investeringsbudget', amount: 1_250_000, withinFrame: false, currency: 'SEK' },
            status: 'underway',
            followUp: 'Ny mätning i november.',
            result: '',
          }),
          anAction({
            number: '2',
            goal: 'Fler ska känna sig trygga i sin stadsdel',
            title: 'Fältassistenter på fredagar',
            description: 'Fältgruppen förlägger sin tid till fredagskvällar.',
            responsible: 'Socialnämnden, socialförvaltningen',
            economy: { text: '', amount: null, withinFrame: true, currency: 'SEK' },
          }),
        ],
      },
    ],
    moneyNote: '',
    followUp: 'Planen följs upp i delårsrapport och årsredovisning.',
    evaluation: '',
    ideaCatalogue: [
      {
        title: 'Vandring i Söder',
        date: '2025-09-18',
        place: 'Gustav Adolfs torg',
        themes: [
          { title: 'Belysning', ideas: [{ ...from('idea', 1), text: 'Lampor som följer den som går' }] },
        ],
      },
    ],
    consultationReport: [
      {
        process: 'Tryggt på väg hem',
        theme: 'Belysning',
        input: 'Stråket är mörkt från november till mars.',
        sources: [from('comment', 77), from('initiative', 8)],
        answer: 'Synpunkten tillgodoses på två av tre stråk i år.',
        change: 'Åtgärd 1 har utökats med beskärning.',
        outcome: 'partly',
      },
    ],
    ...given,
  };
}

function sourceAt(address: string) {
  return (kind: PlanReferenceKind, number: number): PlanSource => {
    const reference = planReference(kind, number);
    return { reference, url: `${address}/bidrag/${reference}` };
  };
}
