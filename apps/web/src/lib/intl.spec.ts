import { describe, expect, it } from '@jest/globals';
import { formatAgo, formatDate, formatList, formatNumber, formatPercent } from './intl.js';

// Intl separates with several kinds of space.
const plain = (text: string) => text.replace(/\s/g, ' ');

describe('formats', () => {
  it('writes numbers as each language does', () => {
    expect(formatNumber('da', 1234567.5)).toBe('1.234.567,5');
    expect(plain(formatNumber('sv', 1234567.5))).toBe('1 234 567,5');
    expect(formatNumber('en', 1234567.5)).toBe('1,234,567.5');
    expect(plain(formatPercent('da', 0.634))).toBe('63 %');
  });

  it('writes dates in the municipalities’ time, wherever the server stands', () => {
    expect(formatDate('da', '2026-03-02T23:30:00Z')).toBe('3. marts 2026');
    expect(formatDate('sv', '2026-03-02T23:30:00Z')).toBe('3 mars 2026');
    expect(plain(formatDate('da', '2026-03-02T13:05:00Z', 'moment'))).toContain('14.05');
  });

  it('counts back from now for a week', () => {
    const now = '2026-03-10T12:00:00Z';
    expect(formatAgo('da', '2026-03-10T11:55:00Z', now)).toBe('for 5 minutter siden');
    expect(formatAgo('sv', '2026-03-09T11:00:00Z', now)).toBe('i går');
    expect(formatAgo('da', '2026-03-01T12:00:00Z', now)).toBe('1. marts 2026');
  });

  it('joins a list', () => {
    expect(formatList('da', ['jord', 'luft', 'vand'])).toBe('jord, luft og vand');
    expect(formatList('sv', ['jord', 'luft', 'vatten'])).toBe('jord, luft och vatten');
  });
});
