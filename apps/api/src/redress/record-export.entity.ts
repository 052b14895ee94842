import { Check, Column, Entity } from 'typeorm';
import { References, TextColumn } from '../platform/database/columns.js';
import { MadeFile } from '../platform/jobs/made-file.js';
import { Thread } from '../discussions/thread.entity.js';
import { Person } from '../identity/person.entity.js';
import { Municipality } from '../municipalities/municipality.entity.js';

export const RECORD_SCOPES = ['thread', 'person', 'own'] as const;
export type RecordScope = (typeof RECORD_SCOPES)[number];

/** A file of what was said and what became of it, for a request for access, the journal or the person themselves. */
@Entity()
@Check('record_export_scope', "scope IN ('thread', 'person', 'own')")
@Check(
  'record_export_subject',
  "CASE scope WHEN 'thread' THEN thread_id IS NOT NULL ELSE thread_id IS NULL END",
)
@Check('record_export_status', "status IN ('waiting', 'running', 'done', 'failed')")
export class RecordExport extends MadeFile {
  @References(() => Municipality) municipalityId: string;
  @References(() => Person) orderedById: string;
  @TextColumn() scope: RecordScope;
  @References(() => Thread, { nullable: true, index: false }) threadId: string | null;
  @References(() => Person, { nullable: true, index: false }) personId: string | null;
  /** The municipality's number of the matter; empty where there is none. */
  @TextColumn({ default: '' }) caseNumber: string;
  /** Also what is out of moderators' sight; an administrator's. */
  @Column('boolean', { default: false }) withQuarantine: boolean;
  @Column('integer', { default: 0 }) bytes: number;
}
