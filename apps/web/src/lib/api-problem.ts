import type { FieldProblem, ProblemBody, ProblemCode } from '@medvind/contracts';

/** What the API answered from 400 up, or `unavailable` (status 0) when it could not be reached at all. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly code: ProblemCode;
  readonly status: number;
  readonly details: ProblemBody['details'];

  constructor(body: { code: ProblemCode; status: number; details?: ProblemBody['details'] }) {
    super(body.code);
    this.code = body.code;
    this.status = body.status;
    this.details = body.details ?? {};
  }

  get fields(): FieldProblem[] {
    return this.details.fields ?? [];
  }
}

const isProblemBody = (value: unknown): value is ProblemBody =>
  typeof value === 'object' && value !== null && typeof (value as { code?: unknown }).code === 'string';

/** Whatever was thrown or answered, as a problem that can be shown. */
export function toProblem(cause: unknown, status = 0): ApiProblem {
  if (cause instanceof ApiProblem) return cause;
  if (isProblemBody(cause)) return new ApiProblem({ ...cause, status: cause.status ?? status });
  if (cause instanceof TypeError && status === 0) return new ApiProblem({ code: 'unavailable', status: 0 });
  return new ApiProblem({ code: 'unexpected', status: status || 500 });
}
