import { OutlineError } from './outline.errors.js';

const SIGNATURES: { name: string; bytes: number[] }[] = [
  { name: 'PDF', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { name: 'zip (DOCX, ODT, XLSX)', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { name: 'empty zip', bytes: [0x50, 0x4b, 0x05, 0x06] },
  { name: 'PNG', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { name: 'JPEG', bytes: [0xff, 0xd8, 0xff] },
  { name: 'GIF', bytes: [0x47, 0x49, 0x46, 0x38] },
  { name: 'old Office document', bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { name: 'gzip', bytes: [0x1f, 0x8b, 0x08] },
  { name: 'RTF', bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66] },
];

/**
 * Reads the bytes of an uploaded document as text: UTF-8 (with or without BOM), UTF-16 with BOM, otherwise
 * windows-1252, which older Danish and Swedish systems still write.
 * Throws `OutlineError('not-text')` for PDF, zip, images and other binaries.
 */
export function decodeText(bytes: Uint8Array): string {
  const signature = SIGNATURES.find(({ bytes: start }) => startsWith(bytes, start));
  if (signature) throw new OutlineError('not-text', `The file is a ${signature.name}, not text`);
  if (startsWith(bytes, [0xff, 0xfe])) return decodeAs('utf-16le', bytes);
  if (startsWith(bytes, [0xfe, 0xff])) return decodeAs('utf-16le', swapped(bytes));
  if (bytes.includes(0)) throw new OutlineError('not-text', 'The file holds NUL bytes');
  return decodeUtf8(bytes) ?? decodeWindows1252(bytes);
}

/** Throws `OutlineError('not-text')` for a string that came from a binary. */
export function refuseBinary(text: string): void {
  if (text.includes('\u0000')) throw new OutlineError('not-text', 'The text holds NUL characters');
  if (text.startsWith('%PDF-') || text.startsWith('PK\u0003\u0004') || text.startsWith('{\\rtf'))
    throw new OutlineError('not-text', 'The text is the inside of a binary document');
  if (strangeCharacters(text) > text.length / 20)
    throw new OutlineError('not-text', 'More than one character in twenty is a control character');
}

function strangeCharacters(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if ((code < 32 && (code < 8 || code > 13)) || code === 127 || code === 0xfffd) count++;
  }
  return count;
}

function startsWith(bytes: Uint8Array, start: number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte);
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8: the caller falls back to the one-byte encoding, in which every byte is valid.
    return null;
  }
}

/** Bytes 0x80 to 0x9f; some runtimes read them as control characters, which would lose dashes and quotes. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function decodeWindows1252(bytes: Uint8Array): string {
  return new TextDecoder('latin1')
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, (c) => WINDOWS_1252[c.charCodeAt(0) - 0x80] ?? c);
}

function decodeAs(encoding: string, bytes: Uint8Array): string {
  const text = new TextDecoder(encoding).decode(bytes);
  if (text.includes('\u0000')) throw new OutlineError('not-text', 'The file holds NUL characters');
  return text;
}

/** Node built without full ICU knows no utf-16be. */
function swapped(bytes: Uint8Array): Uint8Array {
  const result = new Uint8Array(bytes.length - (bytes.length % 2));
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    result[i] = bytes[i + 1] ?? 0;
    result[i + 1] = bytes[i] ?? 0;
  }
  return result;
}
