import type { VoteContent } from './content.types.js';

export const helsingorVotes: VoteContent[] = [
  {
    goal: 'ark-havn',
    question: 'Hvor skal de nye bænke mellem Stengade og kajen stå først?',
    text: 'Der er råd til bænke ét sted i år. Svaret afgør, hvor vi begynder; de andre steder følger, når der er penge igen.',
    kind: 'ranking',
    options: [
      { title: 'Ved trappen til kajen', text: 'Læ for vestenvinden, og udsigt til færgerne.' },
      { title: 'På hjørnet ved Brostræde', text: 'Midtvejs op ad bakken.' },
      { title: 'Foran Kulturværftet', text: 'Mest sol om eftermiddagen.' },
    ],
    ballots: [
      { voters: 17, choice: ['o1', 'o2', 'o3'] },
      { voters: 14, choice: ['o2', 'o1'] },
      { voters: 11, choice: ['o3', 'o1', 'o2'] },
    ],
  },
];

export const helsingborgVotes: VoteContent[] = [
  {
    goal: 'ds-ljus',
    question: 'Ska gatlyktorna på gångstråken dämpas efter midnatt?',
    text: 'Det sparar ström och ger mörker åt fladdermössen, men några tycker att det känns otryggt. Nämnden beslutar i januari, med ert svar framför sig.',
    kind: 'for-against',
    options: [],
    ballots: [
      { voters: 19, choice: 'for' },
      { voters: 21, choice: 'against' },
      { voters: 3, choice: 'blank' },
    ],
  },
];
