/** Words that half of all proposals hold; two titles are not alike for having them both. */
export const FILLERS = [
  ...[
    'alle',
    'bedre',
    'den',
    'der',
    'det',
    'eller',
    'end',
    'flere',
    'for',
    'fra',
    'har',
    'ikke',
    'kan',
    'langs',
    'med',
  ],
  ...[
    'mellem',
    'mere',
    'mindre',
    'nye',
    'når',
    'også',
    'over',
    'skal',
    'som',
    'til',
    'uden',
    'under',
    'ved',
    'vil',
    'vores',
  ],
  ...[
    'alla',
    'att',
    'bättre',
    'där',
    'eller',
    'fler',
    'från',
    'för',
    'genom',
    'har',
    'inte',
    'kan',
    'längs',
    'med',
    'mellan',
  ],
  ...[
    'mer',
    'mindre',
    'när',
    'och',
    'också',
    'ska',
    'som',
    'till',
    'utan',
    'vid',
    'vill',
    'våra',
    'vår',
    'över',
  ],
  ...['all', 'and', 'are', 'better', 'from', 'more', 'new', 'not', 'our', 'that', 'the', 'with'],
];

const MOST_WORDS = 12;

/** The words of a title that say what it is about, in lower case, each once. */
export const tellingWords = (title: string): string[] => {
  const words = title.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return [...new Set(words)]
    .filter((word) => word.length > 2 && !FILLERS.includes(word))
    .slice(0, MOST_WORDS);
};
