import { Flag, Id, Instant, OneOf, Part, Text } from '../platform/http/fields.js';
import type { RequestContext } from '../platform/http/context.js';
import type { Urgency } from './moderation-case.entity.js';

const MATTER_KINDS = ['appeal', 'notice', 'order', 'hearing'] as const;
type MatterKind = (typeof MATTER_KINDS)[number];
const PATHS: Record<MatterKind, string> = {
  appeal: 'appeals',
  notice: 'notices',
  order: 'orders',
  hearing: 'restrictions',
};

export class MatterView {
  @Id() caseId: string;
  @OneOf(MATTER_KINDS, 'MatterKind') kind: MatterKind;
  @OneOf([0, 1, 2], 'Urgency') urgency: Urgency;
  /** Whom or what it concerns. */
  @Text({ min: 0 }) title: string;
  /** The page below the municipality where it is decided. */
  @Text() path: string;
  @Instant() openedAt: string;
  /** By when it must be decided, or from when it can be. */
  @Instant({ nullable: true }) dueAt: string | null;
  /** Another moderator must decide it. */
  @Flag() forAnother: boolean;
}

export class MatterPage {
  @Part(() => MatterView, { array: true }) items: MatterView[];
  @Text({ nullable: true }) next: string | null;
}

export interface MatterRow {
  caseId: string;
  kind: MatterKind;
  urgency: Urgency;
  openedAt: Date;
  cursorAt: string;
  dueAt: Date | null;
  id: string;
  title: string;
  notFor: (string | null)[];
}

export const mapMatter = (ctx: RequestContext, row: MatterRow): MatterView => ({
  caseId: row.caseId,
  kind: row.kind,
  urgency: row.urgency,
  title: row.title,
  path: `moderation/${PATHS[row.kind]}/${row.id}`,
  openedAt: row.openedAt.toISOString(),
  dueAt: row.dueAt?.toISOString() ?? null,
  forAnother: row.notFor.includes(ctx.me.id),
});
