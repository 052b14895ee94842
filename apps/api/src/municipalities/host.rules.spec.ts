import { describe, expect, it } from '@jest/globals';
import { hostNameOf } from './host.rules.js';

describe('a host name', () => {
  it('is kept as browsers send it', () => {
    expect(hostNameOf('Medvind.By.dk')).toBe('medvind.by.dk');
    expect(hostNameOf('medvind.by.dk.')).toBe('medvind.by.dk');
    expect(hostNameOf('medvind.helsingør.dk')).toBe('medvind.xn--helsingr-c5a.dk');
    expect(hostNameOf('localhost')).toBe('localhost');
  });

  it.each([
    'https://medvind.by.dk',
    'medvind.by.dk/helsingor',
    'medvind.by.dk:443',
    '*.by.dk',
    'to ord.dk',
    '-by.dk',
    'by..dk',
    '10.0.0.1',
    `${'a'.repeat(64)}.dk`,
    '',
  ])('is not %j', (written) => {
    expect(hostNameOf(written)).toBeNull();
  });
});
