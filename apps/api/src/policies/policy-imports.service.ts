import { Injectable } from '@nestjs/common';
import { conflict, invalidInput, notFound } from '../platform/errors/problem.js';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import { decodeId, limitOf, pageOf, type PageQuery } from '../platform/http/paging.js';
import { can } from './policies.access.js';
import { mapPolicySummary } from './policies.dto.js';
import type { PolicyDocument } from './policy-document.js';
import { PolicyImport } from './policy-import.entity.js';
import { corrected, countNodes, getOutlineFaults } from './policy-import.rules.js';
import { PolicyImporter } from './policy-importer.js';
import {
  mapPolicyImport,
  mapPolicyImportSummary,
  type PolicyImportInput,
  type PolicyImportPage,
  type PolicyImportRow,
  type PolicyImportView,
  type PublishedPolicies,
} from './policy-imports.dto.js';

@Injectable()
export class PolicyImportsService {
  constructor(private readonly importer: PolicyImporter) {}

  /** What is not published yet, newest first. */
  async list(ctx: RequestContext, query: PageQuery): Promise<PolicyImportPage> {
    allow(ctx, can.publishPolicy(ctx));
    const after = decodeId(query.after);
    const limit = limitOf(query);
    // Every node has one `titleProposed`: counting them counts the goals without sending the outline.
    const rows = await ctx.db.query<PolicyImportRow[]>(
      `SELECT policy_import.id, file_name AS "fileName", outline->>'title' AS title, person.name AS "createdBy",
         policy_import.created_at AS "createdAt", jsonb_array_length(outline->'policies') AS "policyCount",
         (SELECT count(*)::int FROM jsonb_path_query(outline, 'strict $.policies[*].nodes.**.titleProposed')) AS "goalCount"
       FROM policy_import LEFT JOIN person ON person.id = policy_import.created_by_id
       WHERE policy_import.municipality_id = $1 AND published_at IS NULL ${after ? 'AND policy_import.id < $3' : ''}
       ORDER BY policy_import.id DESC LIMIT $2`,
      [ctx.here, limit + 1, ...(after ? [after] : [])],
    );
    return pageOf(rows, limit, ({ id }) => [id], mapPolicyImportSummary);
  }

  async show(ctx: RequestContext, importId: string): Promise<PolicyImportView> {
    allow(ctx, can.publishPolicy(ctx));
    return mapPolicyImport(await this.find(ctx, importId));
  }

  async begin(ctx: RequestContext, document: PolicyDocument): Promise<PolicyImportView> {
    allow(ctx, can.publishPolicy(ctx));
    const { id } = await this.importer.draft(ctx, document);
    return this.show(ctx, id);
  }

  async save(
    ctx: RequestContext,
    importId: string,
    { revision, outline }: PolicyImportInput,
  ): Promise<PolicyImportView> {
    allow(ctx, can.publishPolicy(ctx));
    const draft = await this.find(ctx, importId);
    if (draft.publishedAt) throw conflict('already-published');
    const faults = getOutlineFaults(draft.outline, outline.policies);
    if (faults.length) throw invalidInput(faults);
    // The condition decides, not what was read above: of two who save at once one is told.
    const [, saved] = await ctx.db.query<[unknown, number]>(
      `UPDATE policy_import SET outline = $4, revision = revision + 1
       WHERE id = $1 AND municipality_id = $2 AND revision = $3 AND published_at IS NULL`,
      [importId, ctx.here, revision, JSON.stringify(corrected(draft.outline, outline.policies))],
    );
    if (!saved) throw conflict('changed-meanwhile', { revision: draft.revision });
    return this.show(ctx, importId);
  }

  async publish(ctx: RequestContext, importId: string, revision: number): Promise<PublishedPolicies> {
    const policies = await this.importer.publish(ctx, importId, revision);
    const { outline } = await this.find(ctx, importId);
    const goals = outline.policies.filter(({ dropped }) => !dropped).map(({ nodes }) => countNodes(nodes));
    return { items: policies.map((policy, index) => mapPolicySummary(ctx, policy, goals[index] ?? 0)) };
  }

  /** Gives up a draft; what is published stays. */
  async remove(ctx: RequestContext, importId: string): Promise<void> {
    allow(ctx, can.publishPolicy(ctx));
    await this.find(ctx, importId);
    const [, removed] = await ctx.db.query<[unknown, number]>(
      'DELETE FROM policy_import WHERE id = $1 AND municipality_id = $2 AND published_at IS NULL',
      [importId, ctx.here],
    );
    if (!removed) throw conflict('already-published');
  }

  private async find(ctx: RequestContext, importId: string): Promise<PolicyImport> {
    const draft = await ctx.db
      .getRepository(PolicyImport)
      .findOneBy({ id: importId, municipalityId: ctx.here });
    if (!draft) throw notFound();
    return draft;
  }
}
