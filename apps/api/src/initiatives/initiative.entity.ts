import type { Language, InitiativeOutcome, Rejection } from '@medvind/contracts';
import { Check, Column, Entity, Index, Unique } from 'typeorm';
import {
  CountColumn,
  IdColumn,
  MomentColumn,
  NumberColumn,
  References,
  TextColumn,
} from '../platform/database/columns.js';
import { Person } from '../identity/person.entity.js';
import { District } from '../municipalities/district.entity.js';
import { Municipality } from '../municipalities/municipality.entity.js';
import { Goal } from '../policies/goal.entity.js';
import type { InitiativeStatus } from './life.rules.js';
import { InitiativeRule } from './initiative-rule.entity.js';

@Entity()
@Index(['municipalityId', 'publishedAt', 'id'])
@Index(['municipalityId', 'status', 'publishedAt', 'id'])
@Index(['districtId', 'publishedAt', 'id'])
@Index('initiative_waiting', ['municipalityId', 'decideBy', 'id'], {
  where: "status IN ('reached', 'handed-over', 'considered')",
})
@Index('initiative_in_review', ['municipalityId', 'reviewBy'], { where: "status = 'review'" })
@Index('initiative_undecided', ['municipalityId', 'handedOverAt', 'id'], {
  where: 'handed_over_at IS NOT NULL AND answered_at IS NULL',
})
@Index('initiative_was_undecided', { synchronize: false })
@Index('initiative_answered', ['municipalityId', 'answeredAt', 'id'], {
  where: "status IN ('decided', 'planned', 'carried-out') AND hidden_at IS NULL",
})
@Unique(['municipalityId', 'number'])
@Index('initiative_search', { synchronize: false })
@Index('initiative_trigrams', { synchronize: false })
@Index('initiative_title_trigrams', { synchronize: false })
@Check(
  'initiative_status',
  "status IN ('draft', 'confirming', 'review', 'collecting', 'reached', 'handed-over', 'considered', 'decided', 'planned', 'carried-out', 'expired', 'rejected', 'withdrawn')",
)
@Check(
  'initiative_published',
  "status IN ('draft', 'confirming', 'review', 'rejected', 'withdrawn') OR (published_at IS NOT NULL AND deadline IS NOT NULL AND rule_id IS NOT NULL)",
)
@Check('initiative_paper_until', 'paper_until > deadline')
@Check(
  'initiative_held',
  "(held_at IS NULL) = (held_reason IS NULL) AND (held_at IS NOT NULL) = (status = 'review')",
)
@Check(
  'initiative_answer',
  "(status IN ('decided', 'planned', 'carried-out')) = (answer_outcome IS NOT NULL) AND num_nulls(answer_outcome, answer_text, answered_at) IN (0, 3) AND (answer_outcome IS NULL OR answer_outcome IN ('accepted', 'partly', 'declined', 'answered', 'considered-answered', 'forwarded', 'outside-competence'))",
)
@Check(
  'initiative_rejection',
  "(status = 'rejected') = (rejection IS NOT NULL) AND (rejection IS NULL) = (rejection_text IS NULL)",
)
@Check(
  'initiative_place',
  'num_nulls(latitude, longitude) IN (0, 2) AND (latitude IS NULL OR district_id IS NOT NULL)',
)
export class Initiative {
  @IdColumn() id: string;
  @NumberColumn() number: number;
  @References(() => Municipality, { index: false }) municipalityId: string;
  @References(() => Goal) goalId: string;
  @References(() => InitiativeRule, { nullable: true, onDelete: 'RESTRICT' }) ruleId: string | null;
  @References(() => Person, { nullable: true, onDelete: 'SET NULL' }) proposerId: string | null;
  /** The part of the municipality it is about. */
  @References(() => District, { nullable: true, onDelete: 'RESTRICT', index: false }) districtId:
    string | null;
  /** A place in it; degrees, WGS84. */
  @Column('double precision', { nullable: true }) latitude: number | null;
  @Column('double precision', { nullable: true }) longitude: number | null;
  /** The initiative it was merged into; support for it is support for that. */
  @References(() => Initiative, { nullable: true, onDelete: 'SET NULL' }) mergedIntoId: string | null;
  @TextColumn() title: string;
  @TextColumn() text: string;
  @TextColumn() language: Language;
  @TextColumn({ default: 'draft' }) status: InitiativeStatus;
  /** From the rule, as it was at publication; null: a draft, or the rule has none. */
  @Column('integer', { nullable: true }) threshold: number | null;
  @MomentColumn({ nullable: true }) publishedAt: Date | null;
  /** The last moment one can support it. */
  @MomentColumn({ nullable: true }) deadline: Date | null;
  /** Until then sheets signed before the deadline are keyed in; null: not after it. */
  @MomentColumn({ nullable: true }) paperUntil: Date | null;
  @MomentColumn({ nullable: true }) reachedAt: Date | null;
  /** How many lead to more than the threshold does; and when there were as many. */
  @Column('integer', { nullable: true }) higherThreshold: number | null;
  @MomentColumn({ nullable: true }) higherAt: Date | null;
  /** Of the lengths the rule offers, the one its proposer picked. */
  @Column('integer', { nullable: true }) windowChoice: number | null;
  /** What the link says that co-proposers are invited by. */
  @Column('uuid', { nullable: true }) invitation: string | null;
  /** Until when co-proposers can confirm it. */
  @MomentColumn({ nullable: true }) confirmBy: Date | null;
  /** Until when whoever reads it before it is published should have done so. */
  @MomentColumn({ nullable: true }) reviewBy: Date | null;
  @TextColumn({ nullable: true }) rejection: Rejection | null;
  @TextColumn({ nullable: true }) rejectionText: string | null;
  @MomentColumn({ nullable: true }) handedOverAt: Date | null;
  /** Until when it is to be decided, as last extended; and since when it is late. */
  @MomentColumn({ nullable: true }) decideBy: Date | null;
  @MomentColumn({ nullable: true }) overdueAt: Date | null;
  @MomentColumn({ nullable: true }) withdrawnAt: Date | null;
  /** Why, in the proposer's words. */
  @TextColumn({ nullable: true }) withdrawnReason: string | null;
  @CountColumn() supportCount: number;
  /** Beside it, where the scheme asks for more than support. */
  @CountColumn() againstCount: number;
  @CountColumn() blankCount: number;
  /** Of those who support it, those who did on paper. */
  @CountColumn() paperCount: number;
  @CountColumn() participantCount: number;
  /** Reports that wait for a moderator. */
  @CountColumn() reportCount: number;
  /** Raised by every change, for the pages that are open. */
  @CountColumn() revision: number;
  /** Waits for a moderator before it is published, since then. */
  @MomentColumn({ nullable: true }) heldAt: Date | null;
  /** The rule that held it back. */
  @TextColumn({ nullable: true }) heldReason: string | null;
  /** What the rule saw: the word, the link, the limit; of the last time it was held. */
  @TextColumn({ default: '' }) heldDetail: string;
  @MomentColumn({ nullable: true }) hiddenAt: Date | null;
  @TextColumn({ nullable: true }) hiddenReason: string | null;
  /** A moderator took personal data out of it; the original is in quarantine. */
  @MomentColumn({ nullable: true }) redactedAt: Date | null;
  /** Nobody may read it, moderators neither: the text is in quarantine. */
  @MomentColumn({ nullable: true }) quarantinedAt: Date | null;
  @TextColumn({ nullable: true }) answerOutcome: InitiativeOutcome | null;
  @TextColumn({ nullable: true }) answerText: string | null;
  @MomentColumn({ nullable: true }) answeredAt: Date | null;
  @References(() => Person, { nullable: true, onDelete: 'SET NULL', index: false }) answeredById:
    string | null;
  /** Since then nobody knows who supported it; how many did stays. */
  @MomentColumn({ nullable: true }) supportersForgottenAt: Date | null;
  @MomentColumn() createdAt: Date;
}
