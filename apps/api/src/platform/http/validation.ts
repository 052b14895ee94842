import { ValidationPipe, type ValidationError } from '@nestjs/common';
import type { FieldCode, FieldProblem } from '@medvind/contracts';
import { invalidInput } from '../errors/problem.js';

/** Of several faults in one field the first to mend is named. */
const FIRST: FieldCode[] = ['required', 'too-short', 'too-long', 'not-an-email'];

const problemsOf = (error: ValidationError, path: string): FieldProblem[] => {
  const field = path ? `${path}.${error.property}` : error.property;
  const children = (error.children ?? []).flatMap((child) => problemsOf(child, field));
  const faults = Object.entries(error.constraints ?? {}).map(([rule, code]) => ({
    code: (rule === 'whitelistValidation'
      ? 'unknown'
      : rule === 'nestedValidation'
        ? 'invalid'
        : code) as FieldCode,
    limits: error.contexts?.[rule] as FieldProblem['limits'],
  }));
  const order = (code: FieldCode) => (FIRST.includes(code) ? FIRST.indexOf(code) : FIRST.length);
  const [fault] = faults.toSorted((a, b) => order(a.code) - order(b.code));
  if (!fault) return children;
  return [
    fault.limits ? { field, code: fault.code, limits: fault.limits } : { field, code: fault.code },
    ...children,
  ];
};

/** Bodies and queries are what their DTO says, nothing more; faults come back by field. */
export const validation = () =>
  new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    stopAtFirstError: false,
    exceptionFactory: (errors) => invalidInput(errors.flatMap((error) => problemsOf(error, ''))),
  });
