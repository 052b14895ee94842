import { Injectable, Logger } from '@nestjs/common';
import type { RequestContext } from '../http/context.js';

type EventClass<E> = new (...args: never[]) => E;
type Listener<E> = (ctx: RequestContext, event: E) => Promise<void> | void;

/**
 * What happened, told upwards. A listener `within` runs in the transaction and can undo it (what must not be half
 * done); a listener `after` runs once it is committed (the socket, the notifications) and cannot fail the request.
 */
@Injectable()
export class Events {
  private readonly logger = new Logger(Events.name);
  private readonly inTransaction = new Map<unknown, Listener<never>[]>();
  private readonly afterCommit = new Map<unknown, Listener<never>[]>();

  within<E>(event: EventClass<E>, listener: Listener<E>) {
    append(this.inTransaction, event, listener);
  }

  after<E>(event: EventClass<E>, listener: Listener<E>) {
    append(this.afterCommit, event, listener);
  }

  async publish<E extends object>(ctx: RequestContext, event: E) {
    for (const listener of this.inTransaction.get(event.constructor) ?? [])
      await (listener as Listener<E>)(ctx, event);
    ctx.whenCommitted(async (committed) => {
      for (const listener of this.afterCommit.get(event.constructor) ?? []) {
        try {
          await (listener as Listener<E>)(committed, event);
        } catch (error) {
          this.logger.error(error, `a listener to ${event.constructor.name} failed`);
        }
      }
    });
  }
}

const append = <E>(map: Map<unknown, Listener<never>[]>, event: EventClass<E>, listener: Listener<E>) => {
  const listeners = map.get(event) ?? [];
  listeners.push(listener as Listener<never>);
  map.set(event, listeners);
};
