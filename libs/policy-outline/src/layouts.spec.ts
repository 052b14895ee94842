import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { printOutline } from './outline.print.fixture.js';
import { outlinePolicyDocument } from './policy-outline.js';

const folder = new URL('./fixtures/', import.meta.url);
const documents = readdirSync(folder).filter((name) => !name.endsWith('.outline'));

describe('layouts of policy documents', () => {
  it.each(documents)('outlines %s as a person would', (name) => {
    const outline = outlinePolicyDocument(readFileSync(new URL(name, folder), 'utf8'), { fileName: name });
    const expected = readFileSync(new URL(`${name}.outline`, folder), 'utf8');
    expect(printOutline(outline)).toBe(expected);
  });
});
