import { StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Attachment } from './attachment.entity.js';
import { dispositionOf } from './attachment.rules.js';

export interface StoredFile {
  /** Changes never: the same id is always the same bytes. */
  attachment: Pick<Attachment, 'id' | 'kind' | 'contentType' | 'fileName'>;
  content: () => Promise<Buffer>;
}

/** Kept by the reader's browser, and asked for again each time: what is hidden meanwhile is shown to nobody. */
export async function sendFile(
  { attachment, content }: StoredFile,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<StreamableFile | undefined> {
  const { id, kind, contentType, fileName } = attachment;
  const tag = `"${id}"`;
  void reply.headers({
    'cache-control': 'private, no-cache',
    etag: tag,
    // Opened by itself it runs nothing, loads nothing and belongs to nobody.
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'content-disposition': dispositionOf(kind, fileName),
  });
  if (request.headers['if-none-match'] === tag) {
    void reply.status(304);
    return undefined;
  }
  const bytes = await content();
  return new StreamableFile(bytes, { type: contentType, length: bytes.byteLength });
}
