import { Injectable } from '@nestjs/common';
import { IsNull, LessThan } from 'typeorm';
import { Database } from '../platform/database/database.js';
import { invalidField, notFound, Problem } from '../platform/errors/problem.js';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { readDocument } from './attachment.document.js';
import { Attachment } from './attachment.entity.js';
import { readImage } from './attachment.image.js';
import { documentName } from './attachment.rules.js';
import {
  mapAttachment,
  type AttachmentInput,
  type AttachmentRow,
  type AttachmentView,
} from './attachments.dto.js';
import { inTurn, uploadsAgainAt } from './attachments.repository.js';
import { Comment } from './comment.entity.js';
import { isReadable, stateOf } from './comment.rules.js';
import { can } from './discussions.access.js';
import type { StoredFile } from './stored-file.js';
import type { UploadedAttachment } from './uploaded-attachment.js';

const DAY = 24 * 3600 * 1000;

@Injectable()
export class AttachmentsService {
  constructor(
    private readonly database: Database,
    jobs: Jobs,
  ) {
    jobs.every('43 * * * *', 'forget-unused-attachments', () => this.forgetUnused());
  }

  /** Keeps what was uploaded, for its uploader alone, until a comment of theirs takes it. @throws 422, 429 */
  async upload(ctx: RequestContext, { kind, fileName, bytes }: UploadedAttachment): Promise<AttachmentView> {
    allow(ctx, can.participate(ctx));
    // Before the work and again when it is written down: several may come at once.
    await this.requirePace(ctx);
    const attachments = ctx.db.getRepository(Attachment);
    const attachment = attachments.create({
      municipalityId: ctx.here,
      uploaderId: ctx.me.id,
      kind,
      ...(kind === 'image'
        ? { ...(await readImage(bytes)), contentType: 'image/webp', fileName: 'image.webp' }
        : {
            content: await readDocument(bytes),
            contentType: 'application/pdf',
            fileName: documentName(fileName),
          }),
    });
    attachment.byteSize = attachment.content.byteLength;
    await this.database.transaction(ctx, async (ctx) => {
      await inTurn(ctx);
      await this.requirePace(ctx);
      await ctx.db.getRepository(Attachment).insert(attachment);
    });
    return mapAttachment(ctx, {
      ...attachment,
      alt: '',
      width: attachment.width ?? null,
      height: attachment.height ?? null,
    });
  }

  /** Within the transaction that writes the comment. @throws 422 on `attachment` where it is not the writer's to give */
  async take(ctx: RequestContext, commentId: string, { id, alt = '', decorative }: AttachmentInput) {
    const mine = { id, municipalityId: ctx.here, uploaderId: ctx.me.id, commentId: IsNull() };
    const attachment = await ctx.db.getRepository(Attachment).findOneBy(mine);
    if (!attachment) throw invalidField('attachment', 'unknown');
    if (attachment.kind === 'image' && !alt && !decorative) throw invalidField('attachment.alt', 'required');
    const { affected } = await ctx.db
      .getRepository(Attachment)
      .update(mine, { commentId, alt: decorative ? '' : alt });
    if (!affected) throw invalidField('attachment', 'unknown');
  }

  /** Seen by those who may read its comment; before there is one, by its uploader. @throws 404 */
  async file(ctx: RequestContext, id: string, size: 'content' | 'preview'): Promise<StoredFile> {
    const attachment = await ctx.db.getRepository(Attachment).findOneBy({ id, municipalityId: ctx.here });
    if (!attachment || !(await this.isSeen(ctx, attachment))) throw notFound();
    if (size === 'preview' && attachment.kind !== 'image') throw notFound();
    return stored(ctx, attachment, size);
  }

  /** What is in quarantine, for whoever has just opened it there; that has been checked. @throws 404 */
  async withheld(ctx: RequestContext, id: string): Promise<StoredFile> {
    const attachment = await ctx.db.getRepository(Attachment).findOneBy({ id, municipalityId: ctx.here });
    if (!attachment) throw notFound();
    return stored(ctx, attachment, 'content');
  }

  /**
   * Takes a comment's attachment out of everybody's sight, within a moderator's decision; null: there is none to take.
   * Who reads the thread asks for it anew once the comment is changed.
   */
  async withhold(ctx: RequestContext, commentId: string): Promise<AttachmentRow | null> {
    allow(ctx, can.moderate(ctx));
    const attachments = ctx.db.getRepository(Attachment);
    const attachment = await attachments.findOneBy({
      commentId,
      municipalityId: ctx.here,
      withheldAt: IsNull(),
    });
    if (!attachment) return null;
    const { id, kind, fileName, alt, byteSize, width, height } = attachment;
    await attachments.update({ id }, { withheldAt: new Date() });
    return { id, kind, fileName, alt, byteSize, width, height };
  }

  /** The way back from `withhold`. */
  async giveBack(ctx: RequestContext, id: string) {
    allow(ctx, can.moderate(ctx));
    await ctx.db.getRepository(Attachment).update({ id, municipalityId: ctx.here }, { withheldAt: null });
  }

  private async isSeen(
    ctx: RequestContext,
    { commentId, uploaderId, withheldAt }: Attachment,
  ): Promise<boolean> {
    if (withheldAt) return false;
    if (commentId === null) return uploaderId !== null && uploaderId === ctx.person?.id;
    const comment = await ctx.db.getRepository(Comment).findOneByOrFail({ id: commentId });
    return isReadable(comment) || (stateOf(comment) !== 'removed' && can.readHidden(ctx, comment));
  }

  private async requirePace(ctx: RequestContext) {
    const at = await uploadsAgainAt(ctx);
    if (!at) return;
    const retryAfterSeconds = Math.max(1, Math.ceil((at.getTime() - Date.now()) / 1000));
    throw new Problem(429, 'too-many-requests', { retryAfterSeconds });
  }

  /** What no comment took within a day. */
  async forgetUnused(now = new Date()) {
    await this.database.source
      .getRepository(Attachment)
      .delete({ commentId: IsNull(), createdAt: LessThan(new Date(now.getTime() - DAY)) });
  }
}

const stored = (ctx: RequestContext, attachment: Attachment, size: 'content' | 'preview'): StoredFile => ({
  attachment,
  content: async () => {
    const asked = { where: { id: attachment.id }, select: { id: true, [size]: true } };
    return (await ctx.db.getRepository(Attachment).findOneOrFail(asked))[size] as Buffer;
  },
});
