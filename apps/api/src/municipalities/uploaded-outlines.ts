import { LIMITS } from '@medvind/contracts';
import type { FastifyRequest } from 'fastify';
import { invalidField, Problem } from '../platform/errors/problem.js';

/** The text of an uploaded `file` of outlines. @throws 413, 422 on `file` */
export async function uploadedOutlines(request: FastifyRequest): Promise<string> {
  if (!request.isMultipart()) throw invalidField('file', 'required');
  try {
    const part = await request.file({ limits: { fileSize: LIMITS.documentBytes, files: 1, fields: 0 } });
    const bytes = await part?.toBuffer();
    if (!bytes?.byteLength) throw invalidField('file', 'required');
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof Problem) throw error;
    if ((error as { code?: unknown }).code === 'FST_REQ_FILE_TOO_LARGE')
      throw new Problem(413, 'too-large', {
        fields: [{ field: 'file', code: 'file-too-large', limits: { max: LIMITS.documentBytes } }],
      });
    if (error instanceof TypeError) throw invalidField('file', 'not-geojson');
    throw error;
  }
}
