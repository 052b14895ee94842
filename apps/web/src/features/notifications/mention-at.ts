export interface MentionBegun {
  /** Where the "@" stands. */
  at: number;
  /** What is typed of the name. */
  beginning: string;
}

/** Names are of a few words; what is further from the "@" is not one any more. */
const LONGEST = 40;

/** The name that is being typed before the caret, if one is. */
export function mentionAt(text: string, caret: number): MentionBegun | null {
  const before = text.slice(Math.max(0, caret - LONGEST - 1), caret);
  const found = /(?:^|[^\p{L}\p{N}_])@([\p{L}\p{N}][^@\n,.!?:;]*)$/u.exec(before);
  const beginning = found?.[1];
  return beginning ? { at: caret - beginning.length - 1, beginning } : null;
}
