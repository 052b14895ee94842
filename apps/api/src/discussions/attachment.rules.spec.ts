import { describe, expect, it } from '@jest/globals';
import { dispositionOf, documentName } from './attachment.rules.js';

describe('the name of a document', () => {
  it.each([
    ['Plan for havnen.pdf', 'Plan for havnen.pdf'],
    ['C:\\Users\\ida\\Åbne pladser.PDF', 'Åbne pladser.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['a"\r\nSet-Cookie: x=1.pdf', 'a Set-Cookie x=1.pdf'],
    ['\u202Efdp.exe', 'fdp.exe.pdf'],
    ['..pdf', 'document.pdf'],
    ['', 'document.pdf'],
    ['Ida_010190-1234.pdf', 'document.pdf'],
  ])('%j is kept as %j', (uploaded, kept) => expect(documentName(uploaded)).toBe(kept));
});

describe('how a browser is told to treat it', () => {
  it('a picture is shown, a document is saved', () => {
    expect(dispositionOf('image', 'a.webp')).toBe(`inline; filename="a.webp"; filename*=UTF-8''a.webp`);
    expect(dispositionOf('document', 'Å (1).pdf')).toBe(
      `attachment; filename="_1_.pdf"; filename*=UTF-8''%C3%85%20%281%29.pdf`,
    );
  });
});
