import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRef,
  PDFStream,
  PDFString,
  type PDFContext,
  type PDFObject,
} from 'pdf-lib';
import decoding from 'pdf-lib/cjs/core/streams/DecodeStream.js';
import { invalidField, Problem } from '../platform/errors/problem.js';

/** What lies packed in a document is unpacked to be read; more than this was packed to fill the memory. */
const MOST_UNPACKED = 8_000_000;

let unpacked = 0;
const { prototype } = decoding.default as unknown as {
  prototype: { buffer: Uint8Array; ensureBuffer(requested: number): Uint8Array };
};
const { ensureBuffer } = prototype;
// The library unpacks whatever it is given; it has no limit of its own to set.
prototype.ensureBuffer = function (requested) {
  const before = this.buffer.byteLength;
  if (requested > before) unpacked += Math.max(requested - before, before);
  if (unpacked > MOST_UNPACKED) throw new RangeError('the document is larger than it looks');
  return ensureBuffer.call(this, requested);
};

const namesOf = (...names: string[]) => new Set(names.map((name) => PDFName.of(name)));

/** What runs by itself, holds other files, or tells where the document comes from. */
const DROPPED = namesOf(
  ...'OpenAction AA JS JavaScript EmbeddedFiles EF AF XFA Metadata PieceInfo Collection'.split(' '),
  ...'RichMediaContent RichMediaSettings Requirements SpiderInfo'.split(' '),
);
/** Actions that run a program, send something, or open another file. */
const ACTIONS = namesOf(
  ...'JavaScript Launch SubmitForm ImportData GoToR GoToE GoTo3DView Rendition'.split(' '),
  ...'Sound Movie RichMediaExecute Trans SetOCGState'.split(' '),
);
const ANNOTATIONS = namesOf('FileAttachment', 'RichMedia', 'Movie', 'Sound', 'Screen', '3D');
/** What a link may do: go to a place in the document, or to a page on the web. */
const LINKS = namesOf('GoTo', 'URI', 'Named');
const [S, SUBTYPE, TYPE, URI, OWNER] = ['S', 'Subtype', 'Type', 'URI', 'O'].map((name) =>
  PDFName.of(name),
) as [PDFName, PDFName, PDFName, PDFName, PDFName];
const EMBEDDED = PDFName.of('EmbeddedFile');
const FOLLOWED = namesOf('A', 'Next', 'PA');

// One at a time: what was unpacked is counted for one.
let last: Promise<unknown> = Promise.resolve();

/**
 * The document written anew without what it does by itself, the files in it, and what it says of who made it. Its
 * pages, tags, outline and links to the web stay.
 * @throws 422 on `file`: `file-locked` where it needs a password, `file-broken` where it cannot be read
 */
export function readDocument(bytes: Uint8Array): Promise<Buffer> {
  const work = last.then(() => clean(bytes));
  last = work.catch(() => {});
  return work;
}

async function clean(bytes: Uint8Array): Promise<Buffer> {
  unpacked = 0;
  try {
    const document = await PDFDocument.load(bytes, {
      updateMetadata: false,
      ignoreEncryption: true,
      throwOnInvalidObject: true,
    });
    if (document.isEncrypted) throw invalidField('file', 'file-locked');
    if (document.getPageCount() === 0) throw new Error('a document has pages');
    const { context } = document;
    for (const [, object] of context.enumerateIndirectObjects()) disarm(context, object);
    delete context.trailerInfo.Info;
    delete context.trailerInfo.ID;
    const kept = reachable(context);
    for (const [ref] of context.enumerateIndirectObjects()) if (!kept.has(ref)) context.delete(ref);
    const written = await document.save({ addDefaultPage: false, updateFieldAppearances: false });
    return Buffer.from(written);
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw invalidField('file', 'file-broken');
  }
}

/** The objects directly in another; a stream's dictionary is its own. */
const within = (object: PDFObject): PDFObject[] =>
  object instanceof PDFDict
    ? object.values()
    : object instanceof PDFStream
      ? [object.dict]
      : object instanceof PDFArray
        ? object.asArray()
        : [];

function disarm(context: PDFContext, object: PDFObject) {
  const waiting = [object];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next instanceof PDFDict) disarmDict(context, next);
    waiting.push(...within(next));
  }
}

function disarmDict(context: PDFContext, dict: PDFDict) {
  const named = (key: PDFName) => context.lookup(dict.get(key)) as PDFName;
  if (
    ACTIONS.has(named(S)) ||
    ANNOTATIONS.has(named(SUBTYPE)) ||
    named(TYPE) === EMBEDDED ||
    leadsAstray(context, dict)
  )
    for (const key of dict.keys()) dict.delete(key);
  for (const key of dict.keys()) {
    if (DROPPED.has(key)) dict.delete(key);
    else if (FOLLOWED.has(key)) {
      const action = context.lookup(dict.get(key));
      const does =
        action instanceof PDFDict && !action.has(OWNER) ? context.lookup(action.get(S)) : undefined;
      if (does && !LINKS.has(does as PDFName)) dict.delete(key);
    }
  }
}

/** A link to anything but a page or an address: `javascript:`, `file:`. */
function leadsAstray(context: PDFContext, dict: PDFDict): boolean {
  const address = context.lookup(dict.get(URI));
  if (!(address instanceof PDFString || address instanceof PDFHexString)) return false;
  return !/^(?:https?:|mailto:|tel:|www\.|[\w-]+(?:[./]|$))/i.test(address.decodeText().trim());
}

/** Everything the pages and the outline lead to. */
function reachable(context: PDFContext): Set<PDFRef> {
  const kept = new Set<PDFRef>();
  const waiting: PDFObject[] = context.trailerInfo.Root ? [context.trailerInfo.Root] : [];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next instanceof PDFRef) {
      if (kept.has(next)) continue;
      kept.add(next);
      const object = context.lookup(next);
      if (object) waiting.push(object);
    } else waiting.push(...within(next));
  }
  return kept;
}
