/** A text with what is chosen in it. */
export interface Marked {
  text: string;
  from: number;
  to: number;
}

/** Puts a mark before every line that is touched by what is chosen; takes it away where all have it. */
export const asLines =
  (mark: string) =>
  (text: string, from: number, to: number): Marked => {
    const begin = text.lastIndexOf('\n', from - 1) + 1;
    const end = text.indexOf('\n', to) < 0 ? text.length : text.indexOf('\n', to);
    const lines = text.slice(begin, end).split('\n');
    const marked = lines.every((line) => line.startsWith(mark));
    const changed = lines.map((line) => (marked ? line.slice(mark.length) : `${mark}${line}`)).join('\n');
    const last = begin + changed.length;
    return {
      text: text.slice(0, begin) + changed + text.slice(end),
      from: lines.length > 1 ? begin : last,
      to: last,
    };
  };

const ADDRESS = 'https://';

/** Makes what is chosen a link, and chooses its address, which is still to be typed. */
export const asLink =
  (words: string) =>
  (text: string, from: number, to: number): Marked => {
    const chosen = text.slice(from, to) || words;
    const address = /^https?:\/\//.test(chosen) ? chosen : ADDRESS;
    const link = `[${address === chosen ? words : chosen}](${address})`;
    const at = from + link.length - address.length - 1;
    return { text: `${text.slice(0, from)}${link}${text.slice(to)}`, from: at, to: at + address.length };
  };
