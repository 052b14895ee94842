import type { InputCounts } from './action-inputs.repository.js';

type SourceGroup = Extract<
  keyof InputCounts,
  'web' | 'meeting' | 'paper' | 'phone' | 'proposers' | 'supporters'
>;

/** What the assembled document says in words of its own; the fixed words of the document are the writers'. */
interface AssembledWords {
  /** Heads the actions that belong to no single focus area. */
  across: string;
  /** Heads input that was linked and not sorted. */
  unsorted: string;
  /** Who said it, and by which way it came. */
  groups: Record<SourceGroup, string>;
  more: (count: number) => string;
}

export const assembledWords: Record<'da' | 'sv', AssembledWords> = {
  da: {
    across: 'På tværs af fokusområderne',
    unsorted: 'Uden tema',
    groups: {
      web: 'Kommentarer i debatten',
      meeting: 'Sagt på møder',
      paper: 'Sendt ind på papir',
      phone: 'Sagt i telefonen',
      proposers: 'Borgere, der har stillet forslag',
      supporters: 'Støtter af forslagene',
    },
    more: (count) =>
      count === 1
        ? 'Desuden 1 bidrag mere, se henvisningerne.'
        : `Desuden ${count} bidrag mere, se henvisningerne.`,
  },
  sv: {
    across: 'Tvärs över fokusområdena',
    unsorted: 'Utan tema',
    groups: {
      web: 'Kommentarer i diskussionen',
      meeting: 'Sagt på möten',
      paper: 'Inlämnat på papper',
      phone: 'Sagt per telefon',
      proposers: 'Invånare som har lagt förslag',
      supporters: 'Stödjare av förslagen',
    },
    more: (count) =>
      count === 1
        ? 'Dessutom 1 bidrag till, se hänvisningarna.'
        : `Dessutom ${count} bidrag till, se hänvisningarna.`,
  },
};
