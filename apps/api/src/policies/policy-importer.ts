import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { conflict, invalidInput, notFound } from '../platform/errors/problem.js';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import { can } from './policies.access.js';
import { readDocument, type PolicyDocument } from './policy-document.js';
import { PolicyImport } from './policy-import.entity.js';
import { draftOf, getOutlineFaults, getPublishBlockers } from './policy-import.rules.js';
import { PolicyPublisher } from './policy-publisher.js';
import type { Policy } from './policy.entity.js';

/** The way of a document into the municipality: read, looked at, published. */
@Injectable()
export class PolicyImporter {
  constructor(
    private readonly database: Database,
    private readonly publisher: PolicyPublisher,
  ) {}

  /** Reads a document and publishes it as it stands. @throws 413, 422 on `file` */
  import(ctx: RequestContext, document: PolicyDocument): Promise<Policy[]> {
    return this.database.transaction(ctx, async (ctx) => {
      const { id, revision } = await this.draft(ctx, document);
      return this.publish(ctx, id, revision);
    });
  }

  /** Reads a document and keeps its outline for staff to look at. @throws 413, 422 on `file` */
  async draft(ctx: RequestContext, document: PolicyDocument): Promise<PolicyImport> {
    allow(ctx, can.publishPolicy(ctx));
    const { source, outline } = readDocument(document);
    const imports = ctx.db.getRepository(PolicyImport);
    return imports.save(
      imports.create({
        municipalityId: ctx.here,
        fileName: document.fileName,
        source,
        outline: draftOf(outline),
        createdById: ctx.person?.id ?? null,
      }),
    );
  }

  /** Writes the policies of a draft that was not dropped, each goal with its thread; one draft is published once. */
  publish(ctx: RequestContext, importId: string, revision: number): Promise<Policy[]> {
    allow(ctx, can.publishPolicy(ctx));
    return this.database.transaction(ctx, async (ctx) => {
      const imports = ctx.db.getRepository(PolicyImport);
      // Held to the end: the second of two clicks waits here, and finds it published.
      const draft = await imports.findOne({
        where: { id: importId, municipalityId: ctx.here },
        lock: { mode: 'pessimistic_write' },
      });
      if (!draft) throw notFound();
      const [blocker] = getPublishBlockers(draft);
      if (blocker) throw conflict(blocker.type);
      if (draft.revision !== revision) throw conflict('changed-meanwhile', { revision: draft.revision });
      const faults = getOutlineFaults(draft.outline, draft.outline.policies);
      if (faults.length) throw invalidInput(faults);
      await imports.update({ id: importId }, { publishedAt: new Date() });
      return this.publisher.publish(
        ctx,
        draft.outline.policies.filter(({ dropped }) => !dropped),
      );
    });
  }
}
