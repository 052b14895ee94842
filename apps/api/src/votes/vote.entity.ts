import type { Language } from '@medvind/contracts';
import type { CountingMethod, Majority, VoteKind } from '@medvind/vote-counting';
import { Check, Column, Entity, Index } from 'typeorm';
import { CountColumn, IdColumn, MomentColumn, References, TextColumn } from '../platform/database/columns.js';
import type { Eligibility } from '../identity/eligibility.rules.js';
import { Person } from '../identity/person.entity.js';
import { Initiative } from '../initiatives/initiative.entity.js';
import { Process } from '../involvement/process.entity.js';
import { Municipality } from '../municipalities/municipality.entity.js';
import { Goal } from '../policies/goal.entity.js';

/** What can be put to a vote; support is an initiative's own. */
export const VOTED_KINDS = [
  'for-against',
  'choose',
  'ranking',
  'scores',
  'allotment',
] as const satisfies VoteKind[];
export type VotedKind = (typeof VOTED_KINDS)[number];

export interface VoteOption {
  key: string;
  title: string;
  text: string;
}

export const RESIDENTS: Eligibility = { groups: ['resident'], minAge: null, evidence: 'none' };

/** A question the municipality puts to its residents, under a goal. Once published it asks what it asks. */
@Entity()
@Index(['municipalityId', 'publishedAt', 'id'])
@Index(['municipalityId', 'id'])
@Check('vote_kind', "kind IN ('for-against', 'choose', 'ranking', 'scores', 'allotment')")
@Check('vote_method', "method IN ('plurality', 'approval', 'borda', 'schulze', 'average', 'sum')")
@Check('vote_majority', "majority IN ('most', 'half', 'half-of-all', 'two-thirds')")
@Check('vote_period', 'opens_at < closes_at')
@Check(
  'vote_called_off',
  '(called_off_at IS NULL) = (called_off_reason IS NULL) AND (called_off_at IS NULL OR (published_at IS NOT NULL AND called_off_at < closes_at))',
)
@Check('vote_quorum', 'quorum IS NULL OR quorum >= 1')
export class Vote {
  @IdColumn() id: string;
  @References(() => Municipality, { index: false }) municipalityId: string;
  @References(() => Goal) goalId: string;
  @References(() => Initiative, { nullable: true, onDelete: 'SET NULL' }) initiativeId: string | null;
  @References(() => Process, { nullable: true, onDelete: 'SET NULL' }) processId: string | null;
  @TextColumn() question: string;
  @TextColumn({ default: '' }) text: string;
  @TextColumn() language: Language;
  @TextColumn() kind: VotedKind;
  @TextColumn() method: CountingMethod;
  @Column('jsonb', { default: [] }) options: VoteOption[];
  /** choose: at most so many; scores: the highest; allotment: the sum. */
  @Column('integer', { nullable: true }) most: number | null;
  @Column('boolean', { default: false }) hidden: boolean;
  @Column('integer', { nullable: true }) quorum: number | null;
  @TextColumn({ default: 'most' }) majority: Majority;
  /** Who may vote. */
  @Column('jsonb', { default: RESIDENTS }) voter: Eligibility;
  @MomentColumn() opensAt: Date;
  @MomentColumn() closesAt: Date;
  @MomentColumn({ nullable: true }) publishedAt: Date | null;
  /** Nothing is counted; everyone can read why. */
  @MomentColumn({ nullable: true }) calledOffAt: Date | null;
  @TextColumn({ nullable: true }) calledOffReason: string | null;
  @References(() => Person, { nullable: true, onDelete: 'SET NULL', index: false }) authorId: string | null;
  @CountColumn() revision: number;
  @MomentColumn() createdAt: Date;
}
