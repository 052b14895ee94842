import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { LANGUAGES, PROBLEM_CODES, type Language } from '@medvind/contracts';
import type { MessageTree } from './i18n.js';

const filesOf = (language: Language) => readdirSync(new URL(`./${language}/`, import.meta.url)).sort();

const read = (language: Language, file: string): Map<string, string> =>
  flatten(JSON.parse(readFileSync(new URL(`./${language}/${file}`, import.meta.url), 'utf8')) as MessageTree);

function flatten(tree: MessageTree, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value] as const] : [...flatten(value, `${prefix}${key}.`)],
    ),
  );
}

const placeholders = (text: string) => [...text.matchAll(/{{\w+}}/g)].map(([found]) => found).sort();

describe('messages', () => {
  it.each(LANGUAGES)('has every file in %s', (language) => {
    expect(filesOf(language)).toEqual(filesOf('da'));
  });

  describe.each(filesOf('da'))('%s', (file) => {
    const danish = read('da', file);

    it.each(LANGUAGES)('is complete in %s', (language) => {
      const messages = read(language, file);
      expect([...messages.keys()].sort()).toEqual([...danish.keys()].sort());
      expect([...messages].filter(([, text]) => text.trim() === '')).toEqual([]);
    });

    it.each(LANGUAGES)('has the same placeholders in %s', (language) => {
      const messages = read(language, file);
      const other = [...danish].filter(
        ([key, text]) => String(placeholders(text)) !== String(placeholders(messages.get(key) ?? '')),
      );
      expect(other.map(([key]) => key)).toEqual([]);
    });

    it.each(LANGUAGES)('says nothing twice in %s', (language) => {
      const text = readFileSync(new URL(`./${language}/${file}`, import.meta.url), 'utf8');
      // Of two that have the same key the reader only ever sees the last.
      expect(text.replaceAll(/\s/g, '')).toBe(JSON.stringify(JSON.parse(text)).replaceAll(/\s/g, ''));
    });

    it('has both forms of every plural', () => {
      const lone = [...danish.keys()].filter(
        (key) =>
          (key.endsWith('_one') && !danish.has(key.replace(/_one$/, '_other'))) ||
          (key.endsWith('_other') && !danish.has(key.replace(/_other$/, '_one'))),
      );
      expect(lone).toEqual([]);
    });
  });

  it.each(LANGUAGES)('names in %s what a template can be filled in with as its form does', (language) => {
    const places = (text = '') => [...text.matchAll(/\{\p{L}+\}/gu)].map(([place]) => place);
    const asked = places(read(language, 'initiative-cases.json').get('templates.places'));
    expect(asked).toHaveLength(3);
    expect(places(read(language, 'app.json').get('faults.unknown-place'))).toEqual(asked);
  });

  it('has words for every code the API may answer', () => {
    const known = read('da', 'app.json');
    expect(PROBLEM_CODES.filter((code) => !known.has(`errors.${code}`))).toEqual([]);
  });
});
