import type { DataSource } from 'typeorm';
import { InitiativeRule } from './initiatives/initiative-rule.entity.js';
import { Municipality } from './municipalities/municipality.entity.js';

interface FirstMunicipality {
  municipality: Pick<
    Municipality,
    'slug' | 'name' | 'language' | 'theme' | 'ladder' | 'contact' | 'visionTitle' | 'visionText'
  >;
  /** Supporters asked for, and the days there are to find them. */
  rule: { threshold: number; windowDays: number };
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
        { key: 'inform', name: 'Informere', promise: 'Vi fortæller dig, hvad der sker, og hvorfor.' },
        {
          key: 'consult',
          name: 'Høre',
          promise: 'Vi lytter til dig og fortæller, hvad dit svar betød for beslutningen.',
        },
        {
          key: 'involve',
          name: 'Involvere',
          promise: 'Vi arbejder med dine ønsker undervejs og viser, hvor de er brugt.',
        },
        {
          key: 'collaborate',
          name: 'Samarbejde',
          promise: 'Vi finder løsningen sammen med dig og følger den så langt, vi kan.',
        },
        { key: 'empower', name: 'Overlade', promise: 'Vi gør det, I beslutter.' },
      ],
    },
    rule: { threshold: 100, windowDays: 90 },
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
        { key: 'information', name: 'Information', promise: 'Vi berättar vad som händer och varför.' },
        {
          key: 'konsultation',
          name: 'Konsultation',
          promise: 'Vi frågar vad du tycker och berättar vad svaren ledde till.',
        },
        {
          key: 'dialog',
          name: 'Dialog',
          promise: 'Vi möts, resonerar tillsammans och visar hur samtalet har använts.',
        },
        {
          key: 'inflytande',
          name: 'Inflytande',
          promise: 'Du är med och tar fram förslaget, från första frågan till färdig text.',
        },
        { key: 'medbeslutande', name: 'Medbeslutande', promise: 'Ni beslutar, och vi genomför.' },
      ],
    },
    rule: { threshold: 100, windowDays: 180 },
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
      await db.getRepository(InitiativeRule).insert({ municipalityId: id, version: 1, ...rule });
    }
  });
}
