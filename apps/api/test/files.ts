import { PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib';
import sharp from 'sharp';
import type { Municipality } from '../src/municipalities/municipality.entity.js';
import { ask, type Someone, type World } from './world.js';

/** A photograph as a telephone makes it: lying on its side, with its place in it. */
export const aPhoto = (width = 3000, height = 1500): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#2a6f97' } })
    .jpeg()
    .withExif({
      IFD0: { Make: 'Telefon' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '56/1 2/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();

export const aPicture = (format: 'png' | 'webp' | 'gif' | 'tiff', size = 60): Promise<Buffer> =>
  sharp({ create: { width: size, height: size, channels: 4, background: '#ee6c4d80' } })
    .toFormat(format)
    .toBuffer();

/** A document of one page; `wishes` arms it. */
export async function aPdf(wishes: (pdf: PDFDocument) => Promise<void> | void = () => {}): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  pdf.addPage([300, 400]).drawText('Flere baenke langs havnen');
  pdf.setAuthor('Ida Holm');
  await wishes(pdf);
  return Buffer.from(await pdf.save({ useObjectStreams: false }));
}

/** Everything a document can do by itself or carry along. */
export const armed = (pdf: PDFDocument) => {
  const { context, catalog } = pdf;
  const dict = (value: Parameters<typeof context.obj>[0]) => context.register(context.obj(value as never));
  const script = { S: 'JavaScript', JS: PDFString.of('app.alert("script-ran")') };
  catalog.set(PDFName.of('OpenAction'), dict(script));
  catalog.set(PDFName.of('AA'), context.obj({ WC: dict(script) }));
  const xmp = context.register(
    context.stream('<x:xmpmeta>xmp-secret</x:xmpmeta>', { Type: 'Metadata', Subtype: 'XML' }),
  );
  catalog.set(PDFName.of('Metadata'), xmp);
  pdf.addJavaScript('named', 'app.alert("named-script")');
  const annotations = [
    { Subtype: 'Link', A: { S: 'Launch', F: PDFString.of('launched.exe') } },
    { Subtype: 'Link', A: { S: 'URI', URI: PDFString.of('javascript:astray()') } },
    { Subtype: 'Link', A: { S: 'URI', URI: PDFString.of('https://kept.example') } },
    { Subtype: 'Link', A: { S: 'URI', URI: PDFHexString.fromText('file:///etc/passwd-astray') } },
    { Subtype: 'Widget', A: { S: 'SubmitForm', F: PDFString.of('https://submitted.example') } },
    { Subtype: 'Link', A: { S: 'GoTo', D: [0], Next: { S: 'JavaScript', JS: PDFString.of('next-script') } } },
    { Subtype: 'FileAttachment', FS: { Type: 'Filespec', F: PDFString.of('clipped.exe') } },
  ].map((annotation) => dict({ Type: 'Annot', Rect: [0, 0, 9, 9], ...annotation } as never));
  pdf.getPage(0).node.set(PDFName.of('Annots'), context.obj(annotations));
  return pdf.attach(Buffer.from('embedded-file'), 'embedded.exe');
};

export const upload = (
  world: World,
  { slug }: Pick<Municipality, 'slug'>,
  as: Someone | null,
  bytes: Buffer,
  { name = 'x', type = 'application/octet-stream' } = {},
) => {
  const head = `--x\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`;
  return ask(world, `POST /api/municipalities/${slug}/attachments`, {
    as,
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    body: Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--x--\r\n')]),
  });
};
