import { LIMITS, type FieldCode, type ProblemCode } from '@medvind/contracts';
import { decodeText, OutlineError, outlinePolicyDocument, type PolicyOutline } from '@medvind/policy-outline';
import { Problem } from '../platform/errors/problem.js';
import { countNodes, MOST_NODES } from './policy-import.rules.js';

export interface PolicyDocument {
  /** Empty for text that was pasted. */
  fileName: string;
  bytes: Uint8Array;
}

const refused = (status: number, problem: ProblemCode, code: FieldCode, max?: number) =>
  new Problem(status, problem, { fields: [{ field: 'file', code, ...(max ? { limits: { max } } : {}) }] });

export const documentTooLarge = () => refused(413, 'too-large', 'file-too-large', LIMITS.documentBytes);

/** What a document says, and its text. @throws 413, 422 on `file` for what is no text, holds none, or too much of it. */
export function readDocument({ fileName, bytes }: PolicyDocument): {
  source: string;
  outline: PolicyOutline;
} {
  if (bytes.byteLength > LIMITS.documentBytes) throw documentTooLarge();
  try {
    const source = decodeText(bytes);
    const outline = outlinePolicyDocument(source, fileName ? { fileName } : {});
    if (outline.policies.reduce((count, { nodes }) => count + countNodes(nodes), 0) > MOST_NODES)
      throw refused(413, 'too-large', 'too-many', MOST_NODES);
    return { source, outline };
  } catch (error) {
    if (!(error instanceof OutlineError)) throw error;
    throw error.code === 'not-text'
      ? refused(422, 'not-text', 'not-text')
      : refused(422, 'empty-document', 'empty-document');
  }
}
