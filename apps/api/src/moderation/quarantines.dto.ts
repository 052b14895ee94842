import { Id, Instant, OneOf, Part, Text } from '../platform/http/fields.js';
import { AttachmentView, mapAttachment } from '../discussions/attachments.dto.js';
import type { RequestContext } from '../platform/http/context.js';
import type { Original } from './quarantine.entity.js';
import { LIMITS } from '@medvind/contracts';
import { REASON_CODES, type ReasonCode } from './reason-codes.js';

export class OpeningInput {
  /** Why it has to be read. */
  @Text({ ...LIMITS.reason }) purpose: string;
}

export class OpeningView {
  @Text() name: string;
  @Text() purpose: string;
  @Instant() at: string;
}

/** What is in quarantine, without what it says. */
export class Quarantined {
  @Id() id: string;
  @Text() kind: string;
  @Text() reference: string;
  @Text({ nullable: true }) author: string | null;
  /** 'remove', or 'edit' for the text as it was before personal data was taken out. */
  @Text() action: string;
  @OneOf(REASON_CODES, 'ReasonCode', { nullable: true }) reasonCode: ReasonCode | null;
  @Text() reason: string;
  @Text() moderator: string;
  @Instant() createdAt: string;
  /** The decision was taken back, and this with it. */
  @Instant({ nullable: true }) returnedAt: string | null;
  /** Who read it and why, the last first. */
  @Part(() => OpeningView, { array: true }) openings: OpeningView[];
}

export class QuarantinePage {
  @Part(() => Quarantined, { array: true }) items: Quarantined[];
  @Text({ nullable: true }) next: string | null;
}

export class OriginalRevision {
  @Text() body: string;
  @Instant() replacedAt: string;
}

export class OriginalView {
  @Text({ nullable: true }) title: string | null;
  @Text() text: string;
  @Part(() => OriginalRevision, { array: true }) revisions: OriginalRevision[];
  /** What was taken away with it; its address is for whoever has just opened it. */
  @Part(() => AttachmentView, { nullable: true }) attachment: AttachmentView | null;
}

export class OpenedQuarantine extends Quarantined {
  @Part(() => OriginalView) original: OriginalView;
}

export interface QuarantineRow extends Omit<Quarantined, 'createdAt' | 'returnedAt'> {
  createdAt: Date;
  returnedAt: Date | null;
}

export const mapQuarantined = ({ createdAt, returnedAt, openings, ...row }: QuarantineRow): Quarantined => ({
  ...row,
  createdAt: createdAt.toISOString(),
  returnedAt: returnedAt?.toISOString() ?? null,
  openings: openings.map((opening) => ({ ...opening, at: new Date(opening.at).toISOString() })),
});

export const mapOriginal = (
  ctx: RequestContext,
  quarantineId: string,
  { title, text, revisions, attachment }: Original,
): OriginalView => {
  const href = `/api/municipalities/${ctx.municipality?.slug}/moderation/quarantine/${quarantineId}/attachment`;
  const given = attachment ? mapAttachment(ctx, attachment) : null;
  return {
    title: title ?? null,
    text,
    revisions,
    attachment: given && { ...given, href, previewHref: given.kind === 'image' ? href : null },
  };
};
