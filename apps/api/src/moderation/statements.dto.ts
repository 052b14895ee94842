import { LANGUAGES, type Language } from '@medvind/contracts';
import { Flag, Id, Instant, OneOf, Text } from '../platform/http/fields.js';
import { REASON_CODES, type ReasonCode } from './reason-codes.js';
import { STATEMENT_SOURCES, type Statement, type StatementSource } from './statement.entity.js';

/** What was decided about something of mine: what, why, by which rule, on which facts, and how to complain. */
export class StatementView {
  @Id() id: string;
  /** The line in the log it belongs to; null for a restriction on a person. */
  @Id({ nullable: true }) decisionId: string | null;
  @Text() action: string;
  @Text({ nullable: true }) kind: string | null;
  @Text({ nullable: true }) reference: string | null;
  @Text() title: string;
  @Text({ nullable: true }) path: string | null;
  @Instant({ nullable: true }) writtenAt: string | null;
  @OneOf(REASON_CODES, 'ReasonCode', { nullable: true }) reasonCode: ReasonCode | null;
  @Text({ nullable: true }) law: string | null;
  @Text() reason: string;
  @OneOf(LANGUAGES, 'Language') language: Language;
  @Text() facts: string;
  @OneOf(STATEMENT_SOURCES, 'StatementSource') source: StatementSource;
  /** The rule that did it without a person; null: a person decided. */
  @Text({ nullable: true }) automatedBy: string | null;
  @Instant() decidedAt: string;
  @Instant() complainUntil: string;
  /** It was taken back since. */
  @Flag() undone: boolean;
}

export const mapStatement = (row: Statement & { undone: boolean }): StatementView => ({
  id: row.id,
  decisionId: row.decisionId,
  action: row.action,
  kind: row.kind,
  reference: row.reference,
  title: row.title,
  path: row.path,
  writtenAt: row.writtenAt?.toISOString() ?? null,
  reasonCode: row.reasonCode,
  law: row.law,
  reason: row.reason,
  language: row.language,
  facts: row.facts,
  source: row.source,
  automatedBy: row.automatedBy,
  decidedAt: row.createdAt.toISOString(),
  complainUntil: row.complainUntil.toISOString(),
  undone: row.undone,
});
