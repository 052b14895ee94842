import { Check, Column, Entity, Unique } from 'typeorm';
import {
  CountColumn,
  DayColumn,
  IdColumn,
  MomentColumn,
  References,
  TextColumn,
  TextsColumn,
} from '../platform/database/columns.js';
import { Municipality } from '../municipalities/municipality.entity.js';
import { OrganisationUnit } from '../municipalities/organisation-unit.entity.js';

export const POLICY_TYPES = ['policy', 'goals', 'rules', 'programme'] as const;
export type PolicyType = (typeof POLICY_TYPES)[number];

/** Money set aside for the policy in one year, in whole kroner or kronor. */
export interface Allocation {
  label: string;
  amount: number;
  currency: string;
  years: number[];
}

@Entity()
@Unique(['municipalityId', 'slug'])
@Check('policy_type', "type IN ('policy', 'goals', 'rules', 'programme')")
@Check('policy_validity', 'valid_from IS NULL OR valid_to IS NULL OR valid_from <= valid_to')
export class Policy {
  @IdColumn() id: string;
  @References(() => Municipality, { index: false }) municipalityId: string;
  @TextColumn() slug: string;
  @TextColumn() title: string;
  @TextColumn() type: PolicyType;
  @TextColumn() language: 'da' | 'sv' | 'en';
  /** Names of the levels below the policy, from the top: ["Fokusområde", "Rammemål"]. */
  @TextsColumn() levels: string[];
  @TextColumn({ default: '' }) summary: string;
  @TextColumn({ default: '' }) text: string;
  /** How it contributes to the vision; empty: flagged to staff. */
  @TextColumn({ default: '' }) visionContribution: string;
  @DayColumn({ nullable: true }) validFrom: string | null;
  @DayColumn({ nullable: true }) validTo: string | null;
  @TextColumn({ nullable: true }) adoptedBy: string | null;
  @DayColumn({ nullable: true }) adoptedOn: string | null;
  @Column('integer', { default: 1 }) version: number;
  @References(() => OrganisationUnit, { nullable: true, onDelete: 'SET NULL' }) ownerUnitId: string | null;
  /** For rules: where an individual case belongs. */
  @TextColumn({ nullable: true }) permitServiceName: string | null;
  @TextColumn({ nullable: true }) permitServiceUrl: string | null;
  /** The action plans the document names; `combined` when policy and plan are one document. */
  @Column('jsonb', { default: [] }) namedActionPlans: { title: string; combined: boolean }[];
  @Column('jsonb', { default: [] }) allocations: Allocation[];
  /** Its place in the catalogue. */
  @CountColumn() position: number;
  @MomentColumn() publishedAt: Date;
}
