import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../platform/http/context.js';

/** Something a person is about to publish, or (with an id) to change. */
export interface Draft {
  kind: 'comment' | 'initiative';
  id: string | null;
  /** null for what stands in no thread. */
  threadId: string | null;
  title?: string;
  text: string;
}

/**
 * Holds it back: a moderator sees it first, for this reason (the code of a rule), because of this in it (a word, a
 * link, a limit; its author reads it). Null lets it through.
 */
export type Verdict = { hold: string; detail?: string } | null;

/** Within the draft's transaction. @throws a `Problem` to refuse it */
export type Gate = (ctx: RequestContext, draft: Draft) => Promise<Verdict>;

/** Whether a person may write at all. @throws a `Problem` where not */
export type Admission = (ctx: RequestContext) => Promise<void>;

/**
 * What is asked before a contribution is written. The rules belong to moderation, which registers them here at the
 * start: a discussion knows that there are gates, not which.
 */
@Injectable()
export class Gates {
  private readonly gates: Gate[] = [];
  private readonly admissions: Admission[] = [];

  /** Says who may write, whatever they write. */
  guard(admission: Admission) {
    this.admissions.push(admission);
  }

  async admit(ctx: RequestContext): Promise<void> {
    for (const admission of this.admissions) await admission(ctx);
  }

  register(gate: Gate) {
    this.gates.push(gate);
  }

  /** The first reason to hold it back; each gate may refuse it. */
  async ask(ctx: RequestContext, draft: Draft): Promise<Verdict> {
    await this.admit(ctx);
    let verdict: Verdict = null;
    for (const gate of this.gates) {
      const said = await gate(ctx, draft);
      verdict ??= said;
    }
    return verdict;
  }
}
