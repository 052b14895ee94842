import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { invalidField } from '../platform/errors/problem.js';

/** `outline`, `policies`, a policy, `nodes`, then a goal and its `children` on every level. */
const DEEPEST = 50;

/** Refuses a body whose nesting would exhaust the stack of the validation that comes after. */
@Injectable()
export class NotTooDeep implements NestInterceptor {
  intercept(execution: ExecutionContext, next: CallHandler) {
    let layer: unknown[] = [execution.switchToHttp().getRequest<FastifyRequest>().body];
    for (let depth = 0; layer.length; depth++) {
      if (depth > DEEPEST) throw invalidField('outline', 'too-deep', { max: DEEPEST });
      layer = layer.flatMap((value) =>
        typeof value === 'object' && value !== null ? Object.values(value) : [],
      );
    }
    return next.handle();
  }
}
