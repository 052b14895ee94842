const LONGEST = 80;
const CLAUSE =
  /, | – | — |; | (?=(?:så att|så at|för att|for at|genom att|ved at|och (?:vi|ingen|låta)|og (?:vi|ingen)|which|so that)(?![\p{L}]))/iu;
const LOOSE_END =
  /(?: (?:og|och|and|i|på|med|för|for|til|till|av|af|att|at|som|der|den|det|en|ett|et|de|of|the|to|in|hvor|där|vi|ska|skal|eller))+$/iu;

/** A short title for text that has none, made from its first sentence. Meant to be edited. */
export function proposeTitle(text: string): string {
  const sentence = text.slice(0, 600).split(/(?<=\p{L}{2}[.!?]) /u)[0] ?? '';
  const clause = firstClause(sentence.replace(/[.!?:]+$/u, ''));
  const short = clause.length <= LONGEST ? clause : clause.slice(0, LONGEST + 1).replace(/ [^ ]*$/, '');
  const title = (short.length < clause.length ? short.replace(LOOSE_END, '') : short).trim();
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/** The shortest opening that says something by itself: at least four words. */
function firstClause(sentence: string): string {
  let from = 0;
  for (;;) {
    const match = CLAUSE.exec(sentence.slice(from));
    if (!match) return sentence;
    const end = from + match.index;
    if (sentence.slice(0, end).split(' ').length >= 5) return sentence.slice(0, end);
    from = end + match[0].length;
  }
}
