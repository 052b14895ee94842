export interface Participant {
  id: string;
  name: string;
}

/** Whoever is named by one comment; more would be a call to everybody. */
export const MOST_MENTIONED = 10;

const fold = (text: string) => text.normalize('NFC').toLocaleLowerCase('da');
const isLetter = (sign: string | undefined) => sign !== undefined && /[\p{L}\p{N}_]/u.test(sign);

/**
 * Those of the participants whom the text names as "@Name", in the order it does. Of two names that begin alike the
 * longer one is meant; "ida@holm.example" names nobody; namesakes are all meant, for nobody can tell them apart.
 */
export function mentionedIn(text: string, participants: readonly Participant[]): string[] {
  const folded = fold(text);
  const byName = Map.groupBy(participants, ({ name }) => fold(name));
  const names = [...byName.keys()].toSorted((a, b) => b.length - a.length);
  const found = new Set<string>();
  for (let at = folded.indexOf('@'); at >= 0; at = folded.indexOf('@', at + 1)) {
    if (isLetter(folded[at - 1])) continue;
    const named = names.find(
      (name) => folded.startsWith(name, at + 1) && !isLetter(folded[at + 1 + name.length]),
    );
    for (const { id } of (named && byName.get(named)) || []) found.add(id);
  }
  return [...found].slice(0, MOST_MENTIONED);
}
