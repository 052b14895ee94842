import { describe, expect, it } from '@jest/globals';
import { LEGAL_CODES } from './reason-codes.js';
import { codesOf, LAWS, REASON_TEMPLATES } from './reason-templates.js';

describe('the reasons of a country', () => {
  it.each(['da', 'sv'] as const)(
    'in %s all have words to begin from, and the legal ones their law',
    (country) => {
      for (const code of codesOf(country)) {
        if (code !== 'other') expect(REASON_TEMPLATES[country][code]).toEqual(expect.any(String));
        if (LEGAL_CODES.some((legal) => legal === code))
          expect(LAWS[country][code]).toEqual(expect.any(String));
      }
      expect(
        Object.keys(REASON_TEMPLATES[country]).filter(
          (code) => !codesOf(country).some((one) => one === code),
        ),
      ).toEqual([]);
    },
  );

  it('are in Sweden all of the list of its act, and in Denmark those its law knows', () => {
    expect(LEGAL_CODES.filter((code) => !codesOf('sv').includes(code))).toEqual([]);
    expect(LEGAL_CODES.filter((code) => !codesOf('da').includes(code))).toEqual(['unlawful-violence']);
  });
});
