import { Check, Column, Entity } from 'typeorm';
import { CountColumn, IdColumn, MomentColumn, References, TextColumn } from '../platform/database/columns.js';
import { Thread } from '../discussions/thread.entity.js';
import { Person } from '../identity/person.entity.js';
import { Municipality } from '../municipalities/municipality.entity.js';

export const RECORD_SCOPES = ['thread', 'person', 'own'] as const;
export type RecordScope = (typeof RECORD_SCOPES)[number];
export const RECORD_STATUSES = ['waiting', 'running', 'done', 'failed'] as const;
export type RecordStatus = (typeof RECORD_STATUSES)[number];

/** A file of what was said and what became of it, for a request for access, the journal or the person themselves. */
@Entity()
@Check('record_export_scope', "scope IN ('thread', 'person', 'own')")
@Check(
  'record_export_subject',
  "CASE scope WHEN 'thread' THEN thread_id IS NOT NULL ELSE thread_id IS NULL END",
)
@Check('record_export_status', "status IN ('waiting', 'running', 'done', 'failed')")
export class RecordExport {
  @IdColumn() id: string;
  @References(() => Municipality) municipalityId: string;
  @References(() => Person) orderedById: string;
  @TextColumn() scope: RecordScope;
  @References(() => Thread, { nullable: true, index: false }) threadId: string | null;
  @References(() => Person, { nullable: true, index: false }) personId: string | null;
  /** The municipality's number of the matter; empty where there is none. */
  @TextColumn({ default: '' }) caseNumber: string;
  /** Also what is out of moderators' sight; an administrator's. */
  @Column('boolean', { default: false }) withQuarantine: boolean;
  @TextColumn({ default: 'waiting' }) status: RecordStatus;
  @CountColumn() done: number;
  @CountColumn() total: number;
  @CountColumn() attempts: number;
  @TextColumn({ default: '' }) fileName: string;
  @Column('integer', { default: 0 }) bytes: number;
  @MomentColumn() createdAt: Date;
  @MomentColumn({ nullable: true }) finishedAt: Date | null;
}
