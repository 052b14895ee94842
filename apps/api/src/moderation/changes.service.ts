import { Injectable } from '@nestjs/common';
import { AttachmentsService } from '../discussions/attachments.service.js';
import type { Comment } from '../discussions/comment.entity.js';
import { stateOf } from '../discussions/comment.rules.js';
import { CommentsService } from '../discussions/comments.service.js';
import { InterventionsService } from '../discussions/interventions.service.js';
import { ThreadsService } from '../discussions/threads.service.js';
import { ProposalsService } from '../initiatives/proposals.service.js';
import { InitiativesService } from '../initiatives/initiatives.service.js';
import { conflict, invalidField } from '../platform/errors/problem.js';
import type { RequestContext } from '../platform/http/context.js';
import type { DecisionDetails } from './moderation-decision.entity.js';
import type { DecisionInput } from './moderation.dto.js';
import type { StandingDecision, Subject } from './moderation.repository.js';
import { redact } from './moderation.rules.js';
import type { Original } from './quarantine.entity.js';
import { QuarantinesService } from './quarantines.service.js';
import { QUARANTINED, REDACTED } from './reason-templates.js';

/** What a decision changed: enough to change it back, and the original of what it replaced. */
export interface Changed {
  details: DecisionDetails;
  original?: Original;
}

const hiddenOf = ({ hiddenAt, hiddenReason }: { hiddenAt: Date | null; hiddenReason: string | null }) =>
  hiddenAt ? { hidden: { at: hiddenAt.toISOString(), reason: hiddenReason ?? '' } } : {};
const heldOf = ({ heldAt, heldReason }: { heldAt: Date | null; heldReason: string | null }) =>
  heldAt ? { held: { at: heldAt.toISOString(), reason: heldReason ?? '' } } : {};
const redactionOf = ({ redactedAt }: { redactedAt: Date | null }) =>
  redactedAt ? { redactedAt: redactedAt.toISOString() } : {};

/** As hidden, held and redacted as the details say it was. */
const asBefore = ({ hidden, held, redactedAt }: DecisionDetails) => ({
  hiddenAt: hidden ? new Date(hidden.at) : null,
  hiddenReason: hidden?.reason ?? null,
  heldAt: held ? new Date(held.at) : null,
  heldReason: held?.reason ?? null,
  redactedAt: redactedAt ? new Date(redactedAt) : null,
});

/** What each decision does to what it is about, and the way back. Within the decision's transaction, under its lock. */
@Injectable()
export class ChangesService {
  constructor(
    private readonly attachments: AttachmentsService,
    private readonly comments: CommentsService,
    private readonly interventions: InterventionsService,
    private readonly initiatives: InitiativesService,
    private readonly proposals: ProposalsService,
    private readonly threads: ThreadsService,
    private readonly quarantines: QuarantinesService,
  ) {}

  apply(ctx: RequestContext, subject: Subject, input: DecisionInput): Promise<Changed> {
    const { commentId, initiativeId } = subject;
    if (commentId) return this.toComment(ctx, commentId, input);
    return this.toInitiative(ctx, initiativeId ?? '', input);
  }

  /** Makes it again what it was before a decision nothing was decided after. @throws 409 where its author changed it since */
  async revert(ctx: RequestContext, decision: StandingDecision) {
    const { action, commentId, initiativeId, threadId, details } = decision;
    if (threadId) return this.revertThread(ctx, threadId, decision);
    if (action === 'move') return this.interventions.moveBack(ctx, details.moveId ?? '');
    if (action === 'restore') {
      const kept = details.quarantined ? await this.quarantines.takeAgain(ctx, decision) : undefined;
      const withheld = details.quarantined ? { quarantinedAt: new Date(details.quarantined) } : {};
      if (commentId) {
        if (kept) await this.interventions.replace(ctx, commentId, QUARANTINED, {});
        if (kept?.original.attachment) await this.attachments.withhold(ctx, commentId);
        await this.interventions.change(ctx, commentId, { ...asBefore(details), ...withheld });
      } else if (initiativeId) {
        const text = kept ? { title: QUARANTINED, text: QUARANTINED } : {};
        await this.initiatives.intervene(ctx, initiativeId, {
          ...(await this.initiativeMarks(ctx, initiativeId, details)),
          ...withheld,
          ...text,
        });
      }
      return;
    }
    const kept = await this.quarantines.keptBy(ctx, decision.id);
    if (commentId) await this.revertComment(ctx, commentId, decision, kept?.original);
    else if (initiativeId) await this.revertInitiative(ctx, initiativeId, details, kept?.original);
    if (kept) await this.quarantines.giveBack(ctx, kept);
  }

  private async toComment(ctx: RequestContext, id: string, input: DecisionInput): Promise<Changed> {
    const { comment } = await this.comments.find(ctx, id);
    const details = { ...heldOf(comment), ...hiddenOf(comment), ...redactionOf(comment) };
    const { action, reason = '' } = input;
    switch (action) {
      case 'keep':
        if (stateOf(comment) === 'held') await this.comments.release(ctx, id);
        return { details };
      case 'hide':
        await this.comments.hide(ctx, id, reason);
        return { details };
      case 'restore':
        return this.restoreComment(ctx, comment, details);
      case 'remove': {
        const marks = { quarantinedAt: new Date(), hiddenAt: new Date(), hiddenReason: reason };
        const attachment = await this.attachments.withhold(ctx, id);
        const original = await this.interventions.replace(ctx, id, QUARANTINED, marks);
        return { details, original: { ...original, ...(attachment && { attachment }) } };
      }
      case 'edit': {
        const attachment = input.attachment ? await this.attachments.withhold(ctx, id) : null;
        if (input.attachment && !attachment) throw conflict('changed-meanwhile');
        const original = await this.redactComment(ctx, comment, input);
        // Only now: who is told of it reads the new text.
        if (stateOf(comment) === 'held') await this.comments.release(ctx, id);
        return {
          details: input.passages?.length ? details : { ...details, onlyAttachment: true },
          original: { ...original, ...(attachment && { attachment }) },
        };
      }
      case 'move': {
        const move = await this.interventions.move(ctx, id, input.threadId ?? '');
        return { details: { ...details, moveId: move.id } };
      }
    }
  }

  /** Without passages it is the attachment alone that is taken away: the text stays, with all it said before. */
  private async redactComment(
    ctx: RequestContext,
    comment: Comment,
    input: DecisionInput,
  ): Promise<Original> {
    const { id, body, language } = comment;
    const marks = { redactedAt: new Date() };
    if (input.passages?.length) {
      const text = redacted(body, input, REDACTED[language], 4000);
      return this.interventions.replace(ctx, id, text, marks);
    }
    await this.interventions.change(ctx, id, marks);
    return { text: body, revisions: [] };
  }

  private async restoreComment(
    ctx: RequestContext,
    comment: Comment,
    before: DecisionDetails,
  ): Promise<Changed> {
    const { id, quarantinedAt } = comment;
    const kept = quarantinedAt
      ? await this.quarantines.lastOf(ctx, { commentId: id, initiativeId: null })
      : undefined;
    const details = quarantinedAt ? { ...before, quarantined: quarantinedAt.toISOString() } : before;
    if (kept) {
      await this.interventions.putBack(ctx, id, kept.original, { quarantinedAt: null });
      if (kept.original.attachment) await this.attachments.giveBack(ctx, kept.original.attachment.id);
      await this.quarantines.giveBack(ctx, kept);
    }
    await this.comments.restore(ctx, id);
    // What was held back and then hidden is seen by everyone only now.
    if (comment.heldAt && !comment.removedAt) await this.comments.release(ctx, id);
    return { details };
  }

  private async toInitiative(ctx: RequestContext, id: string, input: DecisionInput): Promise<Changed> {
    const before = await this.initiatives.find(ctx, id);
    const details = { ...heldOf(before), ...hiddenOf(before), ...redactionOf(before) };
    const { title, text, quarantinedAt } = before;
    const original = { title, text, revisions: [] };
    const waits = before.heldAt !== null && before.hiddenAt === null;
    const { action, reason = '' } = input;
    switch (action) {
      case 'keep':
        if (waits) await this.proposals.release(ctx, id);
        return { details };
      case 'hide':
        await this.initiatives.hide(ctx, id, reason);
        return { details };
      case 'restore': {
        if (!quarantinedAt) {
          await this.initiatives.restore(ctx, id);
          if (before.heldAt) await this.proposals.release(ctx, id);
          return { details };
        }
        const kept = await this.quarantines.lastOf(ctx, { commentId: null, initiativeId: id });
        await this.initiatives.intervene(ctx, id, {
          quarantinedAt: null,
          hiddenAt: null,
          hiddenReason: null,
          ...(kept && textOf(kept.original)),
        });
        if (kept) await this.quarantines.giveBack(ctx, kept);
        if (before.heldAt) await this.proposals.release(ctx, id);
        return { details: { ...details, quarantined: quarantinedAt.toISOString() } };
      }
      case 'remove':
        await this.initiatives.intervene(ctx, id, {
          quarantinedAt: new Date(),
          hiddenAt: new Date(),
          hiddenReason: reason,
          title: QUARANTINED,
          text: QUARANTINED,
        });
        return { details, original };
      case 'edit':
        // An initiative has nothing else that could be taken away.
        if (!input.passages?.length) throw invalidField('passages', 'required');
        await this.initiatives.intervene(ctx, id, {
          text: redacted(text, input, REDACTED[before.language], Infinity),
          redactedAt: new Date(),
        });
        if (waits) await this.proposals.release(ctx, id);
        return { details, original };
      case 'move':
        throw conflict('conflict');
    }
  }

  private async revertComment(
    ctx: RequestContext,
    id: string,
    { action, details, createdAt }: StandingDecision,
    original: Original | undefined,
  ) {
    const marks = asBefore(details);
    if (!original) {
      await this.interventions.change(ctx, id, marks);
      return;
    }
    if (original.attachment) await this.attachments.giveBack(ctx, original.attachment.id);
    if (details.onlyAttachment) {
      await this.interventions.change(ctx, id, marks);
      return;
    }
    const { comment } = await this.comments.find(ctx, id);
    // Its author wrote something else since: that would be lost.
    if (action === 'edit' && comment.editedAt && comment.editedAt > new Date(createdAt))
      throw conflict('changed-meanwhile');
    await this.interventions.putBack(ctx, id, original, { ...marks, quarantinedAt: null });
  }

  private async revertInitiative(
    ctx: RequestContext,
    id: string,
    details: DecisionDetails,
    original: Original | undefined,
  ) {
    const text = original ? { ...textOf(original), quarantinedAt: null } : {};
    await this.initiatives.intervene(ctx, id, {
      ...(await this.initiativeMarks(ctx, id, details)),
      ...text,
    });
  }

  /** What was let through waits again: unpublished, until a moderator lets it through anew and its time begins anew. */
  private async initiativeMarks(ctx: RequestContext, id: string, details: DecisionDetails) {
    const { hiddenAt, hiddenReason, redactedAt, heldAt, heldReason } = asBefore(details);
    const marks = { hiddenAt, hiddenReason, redactedAt };
    if (!heldAt) return marks;
    const { status } = await this.initiatives.find(ctx, id);
    // Given up by its proposer: it waits for nobody.
    if (status === 'withdrawn') return marks;
    if (status !== 'review' && status !== 'collecting') throw conflict('changed-meanwhile');
    const unpublished = { publishedAt: null, deadline: null, threshold: null, ruleId: null };
    return { ...marks, status: 'review' as const, ...unpublished, heldAt, heldReason };
  }

  private async revertThread(
    ctx: RequestContext,
    threadId: string,
    { action, details }: Pick<StandingDecision, 'action' | 'details'>,
  ) {
    if (action === 'merge') await this.interventions.moveBack(ctx, details.moveId ?? '');
    const { lock } = details;
    await this.threads.lock(ctx, threadId, lock?.reason ?? null, lock ? new Date(lock.at) : undefined);
  }
}

const textOf = ({ title, text }: Original) => ({ text, ...(title !== undefined && { title }) });

/** @throws 409 where a passage does not stand there any more, 422 where the text would become too long */
function redacted(text: string, { passages = [] }: DecisionInput, replacement: string, max: number): string {
  const result = redact(text, passages, replacement);
  if (result === null) throw conflict('changed-meanwhile');
  if ([...result].length > max) throw invalidField('passages', 'too-long', { max });
  return result;
}
