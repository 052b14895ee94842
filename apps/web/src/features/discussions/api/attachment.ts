import type { Schema } from '@medvind/api-client';
import { LIMITS } from '@medvind/contracts';
import { ApiProblem, toProblem } from '../../../lib/api-problem.js';

export type Attachment = Schema<'AttachmentView'>;

/** What is chosen for a comment, with what its form asks about it. */
export interface Attached extends Attachment {
  decorative: boolean;
}

/** @throws `ApiProblem`: what would come back anyway is said before it is sent */
function requireSize({ size, type }: File) {
  const max = type === 'application/pdf' ? LIMITS.documentBytes : LIMITS.imageBytes;
  if (size > max)
    throw new ApiProblem({
      code: 'too-large',
      status: 413,
      details: { fields: [{ field: 'file', code: 'file-too-large', limits: { max } }] },
    });
}

/** Sends a file and tells how much of it has gone; `fetch` cannot tell. */
export async function uploadAttachment(
  municipality: string,
  file: File,
  { signal, progress }: { signal: AbortSignal; progress: (share: number) => void },
): Promise<Attachment> {
  requireSize(file);
  const body = new FormData();
  body.append('file', file);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/municipalities/${municipality}/attachments`);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => progress(total ? loaded / total : 0);
    request.onload = () =>
      request.status === 201
        ? resolve(request.response as Attachment)
        : reject(toProblem(request.response, request.status));
    request.onerror = () => reject(new ApiProblem({ code: 'unavailable', status: 0 }));
    signal.addEventListener('abort', () => request.abort());
    request.send(body);
  });
}
