import { LIMITS } from '@medvind/contracts';
import { Flag, Id, OneOf, OptionalText, Text, Whole } from '../platform/http/fields.js';
import type { RequestContext } from '../platform/http/context.js';
import { ATTACHMENT_KINDS, type Attachment, type AttachmentKind } from './attachment.entity.js';

/** What a comment takes along: uploaded before, by the one who writes. */
export class AttachmentInput {
  @Id() id: string;
  /** What a picture shows, for those who do not see it. */
  @OptionalText({ ...LIMITS.alt, published: true }) alt?: string;
  /** The picture says nothing the text does not say; then it needs no words of its own. */
  @Flag({ optional: true }) decorative?: boolean;
}

export class AttachmentView {
  @Id() id: string;
  @OneOf(ATTACHMENT_KINDS, 'AttachmentKind') kind: AttachmentKind;
  @Text() fileName: string;
  /** Empty: the text says it all. */
  @Text({ min: 0 }) alt: string;
  @Whole() byteSize: number;
  @Whole({ nullable: true }) width: number | null;
  @Whole({ nullable: true }) height: number | null;
  /** Where it is, as a path. */
  @Text() href: string;
  /** A picture small enough for the thread; null for a document. */
  @Text({ nullable: true }) previewHref: string | null;
}

export type AttachmentRow = Pick<
  Attachment,
  'id' | 'kind' | 'fileName' | 'alt' | 'byteSize' | 'width' | 'height'
>;

export const mapAttachment = (ctx: RequestContext, row: AttachmentRow): AttachmentView => {
  const { id, kind, fileName, alt, byteSize, width, height } = row;
  const href = `/api/municipalities/${ctx.municipality?.slug}/attachments/${id}`;
  const previewHref = kind === 'image' ? `${href}/preview` : null;
  return { id, kind, fileName, alt, byteSize, width, height, href, previewHref };
};
