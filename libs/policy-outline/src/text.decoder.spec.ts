import { describe, expect, it } from '@jest/globals';
import { OutlineError } from './outline.errors.js';
import { decodeText } from './text.decoder.js';

describe('decoding an uploaded document', () => {
  it('reads UTF-8, with a byte order mark or without', () => {
    expect(decodeText(new TextEncoder().encode('Børn på ø'))).toBe('Børn på ø');
    expect(decodeText(Uint8Array.from([0xef, 0xbb, 0xbf, 0xc3, 0xa5]))).toBe('å');
  });

  it('reads UTF-16 of either byte order', () => {
    expect(decodeText(Uint8Array.from([0xff, 0xfe, 0xe5, 0x00, 0x62, 0x00]))).toBe('åb');
    expect(decodeText(Uint8Array.from([0xfe, 0xff, 0x00, 0xe5, 0x00, 0x62]))).toBe('åb');
  });

  it('reads what is no UTF-8 as windows-1252', () => {
    expect(decodeText(Uint8Array.from([0x4d, 0xe5, 0x6c, 0x20, 0x96, 0x20, 0xf8]))).toBe('Mål – ø');
  });

  it.each([
    ['a PDF', [0x25, 0x50, 0x44, 0x46, 0x2d, 0x31]],
    ['a DOCX', [0x50, 0x4b, 0x03, 0x04, 0x14]],
    ['a PNG', [0x89, 0x50, 0x4e, 0x47]],
    ['a JPEG', [0xff, 0xd8, 0xff, 0xe0]],
    ['an old Word document', [0xd0, 0xcf, 0x11, 0xe0]],
    ['bytes with a NUL among them', [0x61, 0x00, 0x62]],
  ])('refuses %s', (_, bytes) => {
    const decode = () => decodeText(Uint8Array.from(bytes));
    expect(decode).toThrow(OutlineError);
    expect(decode).toThrow(/not text|NUL/);
  });
});
