/**
 * Letters that are read as others, as Unicode's confusables (UTS 39) have them, for what NFKC and taking the accents
 * off leaves over: other alphabets, letters with a stroke, small capitals, digits. Capitals look different from their
 * small letters in places, so they are told apart. `i`, `l` and `1` are one.
 */
const READ_AS: Record<string, string> = {
  a: 'АΑАᎪꓮаαɑᴀӕ@4ª∂',
  b: 'ВΒᏴꓐвьᏏʙƀɓ8ßβ',
  c: 'СϹᏟꓚсϲᴄⅽƈȼ',
  d: 'ᎠꓓԁɗđðᴅԀ',
  e: 'ЕΕᎬꓰеҽєεɛᴇəǝ3з',
  f: 'ꓝƒꜰϝ',
  g: 'ԌᏀꓖɡɢġʛց9',
  h: 'НΗᎻꓧһнհʜħ',
  i: 'ІΙӀꓲӏіιıɩɪ1|!ⅼլʟłƚɫǀ∣ιΊוЇ',
  j: 'ЈᎫꓙјϳյᴊ',
  k: 'КΚᏦꓗкκᴋƙќқ',
  m: 'МΜᎷꓟмμᴍ',
  n: 'ΝꓠпηռոɴƞŋИи',
  o: 'ОΟՕꓳоοσօᴏ0øơөѳ○◯',
  p: 'РΡᏢꓑрρᴘþƿ',
  q: 'Ԛԛզ',
  r: 'ᎡꓣгʀᴦяЯɾ',
  s: 'ЅՏᏚꓢѕꜱ5$ʂ',
  t: 'ТΤᎢꓔтτᴛŧƭ7+',
  u: 'Սꓴυսᴜцʋ',
  v: 'ᏙꓦνѵᴠѴ',
  w: 'ᎳꓪԝшѡωᴡԜ',
  x: 'ХΧꓫхχ',
  y: 'УΥҮꓬуγүʏ',
  z: 'ΖᏃꓜᴢʐƶζ2',
  ae: 'æ',
  oe: 'œ',
};

const LETTER_OF = new Map(
  Object.entries(READ_AS).flatMap(([letter, lookalikes]) => [...lookalikes].map((like) => [like, letter])),
);

/** Letters in black or white squares and circles, and the letters of flags: NFKC leaves them. */
const BOXED = [0x1f130, 0x1f150, 0x1f170, 0x1f1e6];

const read = (letter: string): string => {
  const code = letter.codePointAt(0) ?? 0;
  const box = BOXED.find((first) => code >= first && code < first + 26);
  if (box !== undefined) return String.fromCharCode(97 + code - box);
  return LETTER_OF.get(letter) ?? letter;
};

/** How a word looks, not how it is written: two words with the same skeleton cannot be told apart at a glance. */
export const skeletonOf = (word: string): string =>
  [...word.normalize('NFKC').replace(/\p{Default_Ignorable_Code_Point}/gu, '')]
    .map(read)
    .join('')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/./gu, read)
    .replaceAll('l', 'i')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replace(/[^\p{L}\p{N}]/gu, '');
