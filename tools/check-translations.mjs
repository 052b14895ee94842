// Every text is there in Danish, Swedish and English, with the same placeholders, and none is empty.
import fs from 'node:fs';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, '../apps/web/src/i18n');
const languages = ['da', 'sv', 'en'];
const faults = [];

const flat = (value, prefix = '') =>
  Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' ? [[`${prefix}${key}`, inner]] : flat(inner, `${prefix}${key}.`),
  );
const placeholders = (text) =>
  [...text.matchAll(/\{\{\s*([\w.]+)[^}]*\}\}/g)]
    .map(([, name]) => name)
    .sort()
    .join();

const names = new Set(languages.flatMap((language) => fs.readdirSync(path.join(folder, language))));
for (const name of names) {
  const texts = languages.map((language) => {
    const file = path.join(folder, language, name);
    if (!fs.existsSync(file)) return new Map();
    const text = fs.readFileSync(file, 'utf8');
    const parsed = JSON.parse(text);
    // A key written twice is read once: the text has more lines than its meaning.
    if (JSON.stringify(parsed, null, 2).split('\n').length !== text.trimEnd().split('\n').length)
      faults.push(`${language}/${name}: a key stands twice`);
    return new Map(flat(parsed));
  });
  for (const key of new Set(texts.flatMap((map) => [...map.keys()]))) {
    texts.forEach((map, index) => {
      if (!map.get(key)?.trim()) faults.push(`${languages[index]}/${name}: "${key}" is missing`);
    });
    if (new Set(texts.map((map) => placeholders(map.get(key) ?? ''))).size > 1)
      faults.push(`${name}: "${key}" has other placeholders in one language`);
  }
}
if (faults.length) {
  console.error(faults.join('\n'));
  process.exit(1);
}
