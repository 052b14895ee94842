import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../platform/http/context.js';
import type { CaseKind } from './moderation-case.entity.js';

/** What the queue shows of a case that is not about a contribution alone: an appeal, a notice, an order, a hearing. */
export interface CaseMatter {
  /** Whom or what it concerns, in a line. */
  title: string;
  /** The page below the municipality where it is decided. */
  path: string;
  /** Who may not decide it: those whose decision it is about, and the one it concerns. */
  notFor?: readonly (string | null)[];
}

/** All of a page at once, by the cases' ids. */
export type MattersOf = (ctx: RequestContext, caseIds: readonly string[]) => Promise<Map<string, CaseMatter>>;

/** Each kind of case is known by its own slice, which says here how the queue shows it. */
@Injectable()
export class CaseViews {
  private readonly kinds = new Map<CaseKind, MattersOf>();

  register(kind: CaseKind, mattersOf: MattersOf) {
    this.kinds.set(kind, mattersOf);
  }

  async of(
    ctx: RequestContext,
    cases: readonly { caseId: string; caseKind: CaseKind }[],
  ): Promise<Map<string, CaseMatter>> {
    const all = new Map<string, CaseMatter>();
    for (const [kind, mattersOf] of this.kinds) {
      const ids = cases.filter(({ caseKind }) => caseKind === kind).map(({ caseId }) => caseId);
      if (ids.length === 0) continue;
      for (const [id, matter] of await mattersOf(ctx, ids)) all.set(id, matter);
    }
    return all;
  }
}
