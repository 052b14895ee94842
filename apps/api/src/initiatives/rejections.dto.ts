import { LANGUAGES, REJECTIONS, type Language, type Rejection } from '@medvind/contracts';
import { Id, Instant, OneOf, Part, Text } from '../platform/http/fields.js';
import { TextBlockView } from '../platform/text/blocks.dto.js';
import { blocksOfText } from '../platform/text/blocks.rules.js';
import { InitiativeGoal } from './initiatives.dto.js';

/** Something that was not published, and why. Nobody is named. */
export class PublicRejectionView {
  @Id() id: string;
  @Text() reference: string;
  @OneOf(REJECTIONS, 'Rejection') code: Rejection;
  @Text() reasons: string;
  @Instant() rejectedAt: string;
  @Part(() => InitiativeGoal) goal: InitiativeGoal;
  @OneOf(LANGUAGES, 'Language') language: Language;
  /** null: what was proposed is not told. */
  @Text({ nullable: true }) title: string | null;
  /** Empty: what was proposed is not told. */
  @Part(() => TextBlockView, { array: true }) blocks: TextBlockView[];
}

export class PublicRejectionPage {
  /** The last first. */
  @Part(() => PublicRejectionView, { array: true }) items: PublicRejectionView[];
  @Text({ nullable: true }) next: string | null;
}

export interface RejectionRow {
  id: string;
  number: number;
  code: Rejection;
  reasons: string;
  rejectedAt: Date;
  /** The key its page ends at. */
  key: string;
  goalId: string;
  goalTitle: string;
  language: Language;
  /** null: not told. */
  title: string | null;
  text: string | null;
}

export const mapRejection = (row: RejectionRow): PublicRejectionView => ({
  id: row.id,
  reference: `F-${row.number}`,
  code: row.code,
  reasons: row.reasons,
  rejectedAt: row.rejectedAt.toISOString(),
  goal: { id: row.goalId, title: row.goalTitle },
  language: row.language,
  title: row.title,
  blocks: row.text === null ? [] : blocksOfText(row.text),
});
