import { LIMITS } from '@medvind/contracts';
import type { FastifyRequest } from 'fastify';
import { fileTypeFromBuffer } from 'file-type';
import { invalidField, Problem } from '../platform/errors/problem.js';
import type { AttachmentKind } from './attachment.entity.js';

const KIND_OF: Record<string, AttachmentKind> = {
  'image/jpeg': 'image',
  'image/png': 'image',
  'image/apng': 'image',
  'image/webp': 'image',
  'application/pdf': 'document',
};
const MOST: Record<AttachmentKind, number> = { image: LIMITS.imageBytes, document: LIMITS.documentBytes };

export interface UploadedAttachment {
  kind: AttachmentKind;
  fileName: string;
  bytes: Buffer;
}

const tooLarge = (max: number) =>
  new Problem(413, 'too-large', { fields: [{ field: 'file', code: 'file-too-large', limits: { max } }] });

/** The `file` of a multipart body; its bytes say what it is, never its name. @throws 413, 422 on `file` */
export async function uploadedAttachment(request: FastifyRequest): Promise<UploadedAttachment> {
  if (!request.isMultipart()) throw invalidField('file', 'required');
  try {
    const part = await request.file({ limits: { fileSize: LIMITS.imageBytes, files: 1, fields: 0 } });
    const bytes = await part?.toBuffer();
    if (!part || !bytes?.byteLength) throw invalidField('file', 'required');
    const kind = KIND_OF[(await fileTypeFromBuffer(bytes))?.mime ?? ''];
    if (!kind) throw invalidField('file', 'file-kind');
    if (bytes.byteLength > MOST[kind]) throw tooLarge(MOST[kind]);
    return { kind, fileName: part.filename ?? '', bytes };
  } catch (error) {
    throw (error as { code?: unknown }).code === 'FST_REQ_FILE_TOO_LARGE'
      ? tooLarge(LIMITS.imageBytes)
      : error;
  }
}
