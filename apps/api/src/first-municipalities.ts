import type { DataSource } from 'typeorm';
import { plainScheme } from './initiatives/scheme.presets.js';
import type { Scheme } from './initiatives/scheme.rules.js';
import { InitiativeRule } from './initiatives/initiative-rule.entity.js';
import { Municipality } from './municipalities/municipality.entity.js';

interface FirstMunicipality {
  municipality: Pick<
    Municipality,
    'slug' | 'name' | 'language' | 'theme' | 'ladder' | 'contact' | 'visionTitle' | 'visionText'
  >;
  rule: Scheme;
}

/** The two Medvind is made for. What is theirs to decide (contact, vision, rule) they change as administrators. */
const FIRST: FirstMunicipality[] = [
  {
    municipality: {
      slug: 'helsingor',
      name: 'Helsingør Kommune',
      language: 'da',
      theme: 'helsingor',
      visionTitle: '',
      visionText: '',
      contact: { unit: 'Helsingør Kommune', address: 'Stengade 59, 3000 Helsingør', phone: '', email: '' },
      ladder: [
        {
          key: 'inform',
          name: 'Informere',
          promise: 'Vi fortæller dig, hvad der sker, og hvorfor.',
          translations: {
            en: { name: 'Inform', promise: 'We tell you what happens, and why.' },
            sv: { name: 'Informera', promise: 'Vi berättar vad som händer och varför.' },
          },
        },
        {
          key: 'consult',
          name: 'Høre',
          promise: 'Vi lytter til dig og fortæller, hvad dit svar betød for beslutningen.',
          translations: {
            en: {
              name: 'Consult',
              promise: 'We listen to you and tell you what your answer meant for the decision.',
            },
            sv: {
              name: 'Konsultera',
              promise: 'Vi lyssnar på dig och berättar vad ditt svar betydde för beslutet.',
            },
          },
        },
        {
          key: 'involve',
          name: 'Involvere',
          promise: 'Vi arbejder med dine ønsker undervejs og viser, hvor de er brugt.',
          translations: {
            en: {
              name: 'Involve',
              promise: 'We work with your wishes along the way and show where they were used.',
            },
            sv: {
              name: 'Involvera',
              promise: 'Vi arbetar med dina önskemål under vägen och visar var de har använts.',
            },
          },
        },
        {
          key: 'collaborate',
          name: 'Samarbejde',
          promise: 'Vi finder løsningen sammen med dig og følger den så langt, vi kan.',
          translations: {
            en: {
              name: 'Collaborate',
              promise: 'We find the solution together with you and follow it as far as we can.',
            },
            sv: {
              name: 'Samarbeta',
              promise: 'Vi hittar lösningen tillsammans med dig och följer den så långt vi kan.',
            },
          },
        },
        {
          key: 'empower',
          name: 'Overlade',
          promise: 'Vi gør det, I beslutter.',
          translations: {
            en: { name: 'Empower', promise: 'We do what you decide.' },
            sv: { name: 'Överlåta', promise: 'Vi gör det ni beslutar.' },
          },
        },
      ],
    },
    rule: plainScheme(100, { windowDays: 90 }),
  },
  {
    municipality: {
      slug: 'helsingborg',
      name: 'Helsingborgs stad',
      language: 'sv',
      theme: 'helsingborg',
      visionTitle: '',
      visionText: '',
      contact: {
        unit: 'Helsingborgs stad',
        address: 'Rådhuset, Drottninggatan 2, 252 21 Helsingborg',
        phone: '',
        email: '',
      },
      ladder: [
        {
          key: 'information',
          name: 'Information',
          promise: 'Vi berättar vad som händer och varför.',
          translations: {
            en: { name: 'Inform', promise: 'We tell you what happens, and why.' },
            da: { name: 'Information', promise: 'Vi fortæller, hvad der sker, og hvorfor.' },
          },
        },
        {
          key: 'konsultation',
          name: 'Konsultation',
          promise: 'Vi frågar vad du tycker och berättar vad svaren ledde till.',
          translations: {
            en: { name: 'Consult', promise: 'We ask what you think and tell you what the answers led to.' },
            da: {
              name: 'Høring',
              promise: 'Vi spørger, hvad du mener, og fortæller, hvad svarene førte til.',
            },
          },
        },
        {
          key: 'dialog',
          name: 'Dialog',
          promise: 'Vi möts, resonerar tillsammans och visar hur samtalet har använts.',
          translations: {
            en: {
              name: 'Dialogue',
              promise: 'We meet, reason together, and show how the conversation was used.',
            },
            da: {
              name: 'Dialog',
              promise: 'Vi mødes, taler det igennem sammen og viser, hvordan samtalen er brugt.',
            },
          },
        },
        {
          key: 'inflytande',
          name: 'Inflytande',
          promise: 'Du är med och tar fram förslaget, från första frågan till färdig text.',
          translations: {
            en: {
              name: 'Influence',
              promise: 'You take part in making the proposal, from the first question to the finished text.',
            },
            da: {
              name: 'Indflydelse',
              promise: 'Du er med til at lave forslaget, fra det første spørgsmål til den færdige tekst.',
            },
          },
        },
        {
          key: 'medbeslutande',
          name: 'Medbeslutande',
          promise: 'Ni beslutar, och vi genomför.',
          translations: {
            en: { name: 'Decide together', promise: 'You decide, and we carry it out.' },
            da: { name: 'Medbestemmelse', promise: 'I beslutter, og vi gennemfører.' },
          },
        },
      ],
    },
    rule: {
      ...plainScheme(100, { windowDays: 180 }),
      name: 'Helsingborgsförslaget',
      body: 'Kommunstyrelsen',
    },
  },
];

/** Makes the two municipalities where there is none yet; changes nothing otherwise. */
export async function makeFirstMunicipalities(source: DataSource): Promise<void> {
  await source.transaction(async (db) => {
    // Two processes starting at once: the second waits, and finds them made.
    await db.query('LOCK TABLE municipality IN SHARE ROW EXCLUSIVE MODE');
    const municipalities = db.getRepository(Municipality);
    if (await municipalities.exists()) return;
    for (const { municipality, rule } of FIRST) {
      const { id } = await municipalities.save(municipalities.create(municipality));
      await db.getRepository(InitiativeRule).insert({ municipalityId: id, version: 1, scheme: rule });
    }
  });
}
