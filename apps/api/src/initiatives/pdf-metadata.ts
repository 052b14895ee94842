import type PDFDocument from 'pdfkit';

interface Writing {
  info: Record<string, unknown>;
  _addInfo: () => void;
}

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (value: unknown): unknown =>
  typeof value === 'string' || value instanceof String
    ? value.toString().replace(/[&<>]/g, (sign) => SIGNS[sign] ?? sign)
    : value;

/** pdfkit puts title and author into XML as they are; with an "&" in them no reader finds the title. */
export function escapeMetadata(document: InstanceType<typeof PDFDocument>) {
  const doc = document as unknown as Writing;
  const write = doc._addInfo.bind(doc);
  doc._addInfo = () => {
    const { info } = doc;
    doc.info = Object.fromEntries(Object.entries(info).map(([key, value]) => [key, escaped(value)]));
    write();
    doc.info = info;
  };
}
