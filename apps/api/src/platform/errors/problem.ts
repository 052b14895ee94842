import type { FieldCode, FieldProblem, ProblemBody, ProblemCode } from '@medvind/contracts';

/** An answer that says what is wrong in a stable code; the web finds the words. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: ProblemCode,
    readonly details: ProblemBody['details'] = {},
  ) {
    super(code);
  }

  get body(): ProblemBody {
    return { code: this.code, status: this.status, details: this.details };
  }
}

/** What one may not see looks like what does not exist. */
export const notFound = () => new Problem(404, 'not-found');
export const notSignedIn = () => new Problem(401, 'not-signed-in');
export const notAllowed = () => new Problem(403, 'not-allowed');
export const conflict = (code: ProblemCode, details: ProblemBody['details'] = {}) =>
  new Problem(409, code, details);

export const invalidInput = (fields: FieldProblem[]) => new Problem(422, 'invalid-input', { fields });
export const invalidField = (field: string, code: FieldCode, limits?: FieldProblem['limits']) =>
  invalidInput([limits ? { field, code, limits } : { field, code }]);
