import type { DistrictContent, PlaceContent } from './content.types.js';

/**
 * The parts of both towns under names people there use. The outlines are made up: a few corners where the land and the
 * neighbours are about there. Two that meet share their corners.
 */
type Corners = Record<string, [longitude: number, latitude: number]>;

const drawn =
  (corners: Corners) =>
  (key: string, name: string, number: string, path: string): DistrictContent => {
    const ring = [...path, path[0]!].map((corner) => corners[corner]!);
    return { key, name, number, ring };
  };

const helsingor = drawn({
  A: [12.335, 56.08],
  B: [12.4, 56.089],
  C: [12.455, 56.095],
  D: [12.505, 56.083],
  E: [12.545, 56.072],
  F: [12.59, 56.05],
  G: [12.622, 56.039],
  H: [12.61, 56.022],
  I: [12.595, 56.005],
  J: [12.575, 55.988],
  K: [12.56, 55.97],
  L: [12.5, 55.962],
  M: [12.43, 55.968],
  N: [12.37, 55.985],
  O: [12.34, 56.02],
  P: [12.33, 56.05],
  Q: [12.4, 56.052],
  R: [12.465, 56.057],
  S: [12.52, 56.042],
  T: [12.56, 56.022],
  U: [12.51, 56.0],
  V: [12.435, 56.012],
});

export const helsingorDistricts = [
  helsingor('by', 'Helsingør By', '1', 'FGHTS'),
  helsingor('snekkersten', 'Snekkersten', '2', 'THIU'),
  helsingor('espergaerde', 'Espergærde', '3', 'UIJKL'),
  helsingor('kvistgaard', 'Kvistgård', '4', 'VULM'),
  helsingor('gurre', 'Gurre', '5', 'RSTUV'),
  helsingor('tikob', 'Tikøb', '6', 'PQRVMNO'),
  helsingor('hornbaek', 'Hornbæk', '7', 'ABCDRQP'),
  helsingor('aalsgaarde', 'Ålsgårde og Hellebæk', '8', 'DEFSR'),
];

export const helsingorPlaces: PlaceContent[] = [
  { initiative: 'baenke', district: 'by' },
  { initiative: 'vandpost', district: 'by', point: [12.609, 56.0355] },
  { initiative: 'skaerme', district: 'by' },
  { initiative: 'aftenbus', district: 'by', point: [12.6125, 56.033] },
  { initiative: 'cykeltag', district: 'by', point: [12.6115, 56.0325] },
  { initiative: 'parkering', district: 'by' },
  { initiative: 'hornbaekbanen', district: 'hornbaek' },
];

const helsingborg = drawn({
  A: [12.61, 56.125],
  B: [12.64, 56.1],
  C: [12.665, 56.075],
  D: [12.685, 56.052],
  E: [12.69, 56.038],
  F: [12.705, 56.02],
  G: [12.735, 55.995],
  H: [12.765, 55.965],
  I: [12.79, 55.945],
  J: [12.86, 55.955],
  K: [12.93, 55.985],
  L: [12.96, 56.03],
  M: [12.955, 56.08],
  N: [12.9, 56.12],
  O: [12.81, 56.14],
  P: [12.71, 56.145],
  Q: [12.7, 56.095],
  R: [12.735, 56.07],
  S: [12.735, 56.045],
  T: [12.76, 56.02],
  U: [12.8, 55.995],
  V: [12.82, 56.05],
  W: [12.79, 56.095],
  X: [12.88, 56.045],
});

export const helsingborgDistricts = [
  helsingborg('centrum', 'Centrum', '1', 'DESR'),
  helsingborg('soder', 'Söder', '2', 'EFTS'),
  helsingborg('raa', 'Råå', '3', 'FGUT'),
  helsingborg('maria', 'Mariastaden', '4', 'CDRQ'),
  helsingborg('dalhem', 'Dalhem', '5', 'RSTVW'),
  helsingborg('larod', 'Laröd och Hittarp', '6', 'ABCQP'),
  helsingborg('odakra', 'Ödåkra', '7', 'PQRWO'),
  helsingborg('kattarp', 'Kattarp och Hasslarp', '8', 'WVXMNO'),
  helsingborg('paarp', 'Påarp', '9', 'TUKXV'),
  helsingborg('morarp', 'Mörarp', '10', 'KLMX'),
  helsingborg('rydeback', 'Rydebäck', '11', 'GHIJKU'),
];

export const helsingborgPlaces: PlaceContent[] = [
  { initiative: 'bastu', district: 'centrum', point: [12.6885, 56.053] },
  { initiative: 'gran', district: 'soder', point: [12.71, 56.035] },
  { initiative: 'studierum', district: 'dalhem' },
  { initiative: 'pskiva', district: 'centrum' },
  { initiative: 'elspark', district: 'centrum' },
  { initiative: 'kameror', district: 'soder' },
];
