import path from 'node:path';
import { LIMITS } from '@medvind/contracts';
import type { FastifyRequest } from 'fastify';
import { invalidField } from '../platform/errors/problem.js';
import { documentTooLarge, type PolicyDocument } from './policy-document.js';

/** The document of a multipart body: an uploaded `file`, or what was pasted as `text`. @throws 413, 422 on `file` */
export async function uploadedDocument(request: FastifyRequest): Promise<PolicyDocument> {
  if (!request.isMultipart()) throw invalidField('file', 'required');
  try {
    for await (const part of request.parts({ limits: { fieldSize: LIMITS.documentBytes + 1 } })) {
      if (part.type === 'file') {
        const bytes = await part.toBuffer();
        if (bytes.byteLength || part.filename) return { fileName: nameOf(part.filename), bytes };
      } else if (part.fieldname === 'text' && typeof part.value === 'string' && part.value.trim()) {
        return { fileName: '', bytes: Buffer.from(part.value) };
      }
    }
  } catch (error) {
    throw (error as { code?: unknown }).code === 'FST_REQ_FILE_TOO_LARGE' ? documentTooLarge() : error;
  }
  throw invalidField('file', 'required');
}

const nameOf = (fileName: string): string =>
  path.win32
    .basename(fileName)
    .replace(/\p{Cc}/gu, '')
    .slice(-200);
