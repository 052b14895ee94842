import { findPersonalData, isIdentity } from '@medvind/personal-data';

/** Longest side of a picture, and of what stands in the thread, in pixels. */
export const LONGEST_SIDE = 2000;
export const PREVIEW_SIDE = 480;
/** A phone's largest pictures have some 50 million pixels; what has more is made to fill the memory. */
export const MOST_PIXELS = 60_000_000;

/** A document's name as it may be saved anywhere: no folder, no second header, nobody's identity number. */
export function documentName(uploadedAs: string): string {
  const base = uploadedAs
    .normalize('NFC')
    .split(/[\\/]/)
    .at(-1)!
    .replace(/\.pdf$/i, '')
    .replace(/[:*?"<>|\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')
    .slice(0, 100);
  const tells = findPersonalData(base.replaceAll('_', ' ')).some(isIdentity);
  return `${tells || base === '' ? 'document' : base}.pdf`;
}

/** RFC 6266: plain letters for old programs, UTF-8 for the others. */
export function dispositionOf(kind: 'image' | 'document', fileName: string): string {
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const plain = fileName.replace(/[^\w.-]+/g, '_');
  return `${kind === 'image' ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
