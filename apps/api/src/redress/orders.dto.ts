import { LANGUAGES, type Language } from '@medvind/contracts';
import { Flag, Id, Instant, OneOf, OptionalText, Part, Text } from '../platform/http/fields.js';
import { JudgedContribution, mapContribution } from './appeals.dto.js';
import type { ContributionRow } from './redress.repository.js';
import { ORDER_OUTCOMES, type KeptCopy, type OrderOutcome } from './removal-order.entity.js';

export class OrderInput {
  /** Who ordered it. */
  @Text({ min: 2, max: 200 }) authority: string;
  /** The authority's number of the matter. */
  @Text({ max: 200 }) reference: string;
  /** The address of the contribution, or its reference. */
  @Text({ max: 2000 }) location: string;
  /** When it came; the hour runs from here. */
  @Instant() receivedAt: string;
  @OptionalText({ max: 4000 }) text?: string;
}

export class OrderDecisionInput {
  @OneOf(ORDER_OUTCOMES, 'OrderOutcome') outcome: OrderOutcome;
  /** Why it is not carried out; the authority asks. */
  @OptionalText({ max: 4000 }) text?: string;
}

export class KeptCopyView {
  @Text() reference: string;
  @Text({ nullable: true }) text: string | null;
  @OneOf(LANGUAGES, 'Language') language: Language;
  @Instant() createdAt: string;
  @Text({ nullable: true }) author: string | null;
}

export class OrderAbilities {
  @Flag() decide: boolean;
}

export class OrderView {
  @Id() id: string;
  @Text() authority: string;
  @Text() reference: string;
  @Text({ min: 0 }) text: string;
  @Instant() receivedAt: string;
  /** An hour later. */
  @Instant() dueAt: string;
  @Text() registeredBy: string;
  @Instant() registeredAt: string;
  @Part(() => JudgedContribution, { nullable: true }) contribution: JudgedContribution | null;
  /** As it was when the order was registered. */
  @Part(() => KeptCopyView) copy: KeptCopyView;
  @OneOf(ORDER_OUTCOMES, 'OrderOutcome', { nullable: true }) outcome: OrderOutcome | null;
  @Text({ nullable: true }) answer: string | null;
  @Text({ nullable: true }) decidedBy: string | null;
  @Instant({ nullable: true }) decidedAt: string | null;
  @Part(() => OrderAbilities) can: OrderAbilities;
}

export interface OrderRow {
  id: string;
  authority: string;
  reference: string;
  text: string;
  commentId: string | null;
  initiativeId: string | null;
  caseId: string | null;
  receivedAt: Date;
  dueAt: Date;
  registeredByName: string;
  registeredAt: Date;
  copy: KeptCopy;
  outcome: OrderOutcome | null;
  answer: string | null;
  decidedByName: string | null;
  decidedAt: Date | null;
  contribution: ContributionRow | null;
}

const languageOf = (language: string): Language => LANGUAGES.find((known) => known === language) ?? 'en';

export const mapOrder = (row: OrderRow, decide: boolean): OrderView => ({
  id: row.id,
  authority: row.authority,
  reference: row.reference,
  text: row.text,
  receivedAt: row.receivedAt.toISOString(),
  dueAt: row.dueAt.toISOString(),
  registeredBy: row.registeredByName,
  registeredAt: row.registeredAt.toISOString(),
  contribution: row.contribution && mapContribution(row.contribution, { named: true }),
  copy: {
    reference: row.copy.reference,
    text: row.copy.text,
    language: languageOf(row.copy.language),
    createdAt: new Date(row.copy.createdAt).toISOString(),
    author: row.copy.authorName,
  },
  outcome: row.outcome,
  answer: row.answer,
  decidedBy: row.decidedByName,
  decidedAt: row.decidedAt?.toISOString() ?? null,
  can: { decide },
});
