import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { ProblemCode } from '@medvind/contracts';
import { Problem } from './problem.js';

const CODE_OF_STATUS: Record<number, ProblemCode> = {
  400: 'invalid-input',
  401: 'not-signed-in',
  403: 'not-allowed',
  404: 'not-found',
  413: 'too-large',
  415: 'invalid-input',
  422: 'invalid-input',
  429: 'too-many-requests',
};

/** Texts PostgreSQL refuses because of what a person sent: a NUL byte, a broken surrogate, a number out of range. */
const UNSTORABLE = new Set(['22021', '22P02', '22003', '22P05', '22007', '22008']);

/** PostgreSQL has no state of its own for a search of a thousand minus signs. */
const isUnsearchable = (error: unknown) =>
  /^tsquery (stack too small|is too large)/.test((error as Error | null)?.message ?? '');

/** The database cannot be reached, or was stopped or started under us. */
const isUnreachable = (error: unknown, code: unknown) =>
  (typeof code === 'string' &&
    /^(08...|57P0[1-3]|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/.test(code)) ||
  /^Connection terminated|^Client (was closed|has encountered a connection error)|timeout exceeded when trying to connect/.test(
    (error as Error | null)?.message ?? '',
  );

const statusOf = (error: unknown): number => {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : 500;
};

/** Turns whatever was thrown into the one shape an error has; never a stack, never another's data. */
export const problemOf = (error: unknown): Problem => {
  if (error instanceof Problem) return error;
  const sqlState = (error as { code?: unknown } | null)?.code;
  if ((typeof sqlState === 'string' && UNSTORABLE.has(sqlState)) || isUnsearchable(error))
    return new Problem(422, 'invalid-input');
  if (isUnreachable(error, sqlState)) return new Problem(503, 'unavailable');
  const status = statusOf(error);
  const code = CODE_OF_STATUS[status];
  if (code) return new Problem(status, code);
  return status >= 400 && status < 500
    ? new Problem(status, 'invalid-input')
    : new Problem(500, 'unexpected');
};

@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('errors');

  catch(error: unknown, host: ArgumentsHost) {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = problemOf(error);
    if (problem.status >= 500) this.logger.error(error);
    if (reply.sent) return;
    if (problem.status === 503) void reply.header('retry-after', '5');
    void reply.status(problem.status).send(problem.body);
  }
}
