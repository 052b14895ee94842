const READ = /^(læs|läs|les|read|download|hent|ladda ner|ladda hem|hämta|last ned|view)(?![\p{L}])/iu;
const LOOK = /^(se|find|hitta|finn|gå til|gå till|klik|klikk|klicka|følg|följ|see|go to)(?![\p{L}])/iu;
const LOOK_CUE =
  /(?<![\p{L}])(hvordan|også|her|hele|mere|mer|hur|även|också|här|how|more|also|here|politik\p{L}*|policy\p{L}*|program\p{L}*|strategi\p{L}*|handleplan\p{L}*|handlingsplan\p{L}*|link|länk|lenke|pdf|side|sida|webb\p{L}*|hjemmeside\p{L}*)(?![\p{L}])/iu;
const SENTENCE_ABOUT_READING = /(?<![\p{L}])(och skriv|og skriv|høyt|højt)/iu;

/** A short line that sends the reader elsewhere, and says nothing itself. */
export function isReadMore(line: string): boolean {
  if (line.length > 180 || /[:;]$/.test(line)) return false;
  const text = line.replace(/^[>»→➔►\s]{1,6}/u, '');
  if (SENTENCE_ABOUT_READING.test(text)) return false;
  if (READ.test(text)) return true;
  return LOOK.test(text) && LOOK_CUE.test(text);
}
