import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Language, Role } from '@medvind/contracts';
import type { FastifyRequest } from 'fastify';
import type { EntityManager } from 'typeorm';
import { notFound, notSignedIn } from '../errors/problem.js';

/** What of the municipality every request needs; the row itself belongs to `municipalities`. */
export interface CurrentMunicipality {
  id: string;
  slug: string;
  name: string;
  language: 'da' | 'sv';
  /** How long a comment may be edited, in minutes. */
  commentEditMinutes: number;
  /** Of the rules of conduct. */
  conductVersion: number;
}

export interface CurrentPerson {
  id: string;
  name: string;
}

type After = (ctx: RequestContext) => Promise<void>;

/** The first parameter of every service method: where, who, in which language, and in which transaction. */
export class RequestContext {
  private readonly committed: After[] = [];
  private readonly refused: After[] = [];

  constructor(
    readonly db: EntityManager,
    readonly municipality: CurrentMunicipality | null,
    readonly person: CurrentPerson | null,
    readonly roles: ReadonlySet<Role>,
    readonly language: Language,
    readonly sessionId: string | null = null,
    /** Whether `db` is a transaction's. */
    readonly transactional = false,
  ) {}

  /** The municipality's id; every row is asked for within it. @throws 404 on a route without a municipality. */
  get here(): string {
    if (!this.municipality) throw notFound();
    return this.municipality.id;
  }

  /** @throws 401 when nobody is signed in. */
  get me(): CurrentPerson {
    if (!this.person) throw notSignedIn();
    return this.person;
  }

  has(role: Role): boolean {
    return this.roles.has(role);
  }

  within(db: EntityManager): RequestContext {
    return new RequestContext(
      db,
      this.municipality,
      this.person,
      this.roles,
      this.language,
      this.sessionId,
      true,
    );
  }

  /** Runs at once outside a transaction, and after the commit inside one. */
  whenCommitted(task: After) {
    if (this.transactional) this.committed.push(task);
    else void task(this);
  }

  takeCommitted(): After[] {
    return this.committed.splice(0);
  }

  /** Runs once the transaction this is in has been taken back; never, should it be committed. */
  whenRefused(task: After) {
    this.refused.push(task);
  }

  takeRefused(): After[] {
    return this.refused.splice(0);
  }
}

declare module 'fastify' {
  interface FastifyRequest {
    medvind?: RequestContext;
  }
}

/** The request's context as a controller's parameter. */
export const Ctx = createParamDecorator((_: unknown, execution: ExecutionContext): RequestContext => {
  const ctx = execution.switchToHttp().getRequest<FastifyRequest>().medvind;
  if (!ctx) throw new Error('the context is made by the access guard, which did not run');
  return ctx;
});
