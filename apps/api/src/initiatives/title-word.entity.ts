import { Entity, Index, PrimaryColumn } from 'typeorm';
import { CountColumn, References } from '../platform/database/columns.js';
import { Municipality } from '../municipalities/municipality.entity.js';
import { Initiative } from './initiative.entity.js';

/** A word of a published title, as the database took it out. */
@Entity()
@Index(['municipalityId', 'word', 'initiativeId'])
export class TitleWord {
  @References(() => Initiative, { primary: true }) initiativeId: string;
  @PrimaryColumn('text') word: string;
  @References(() => Municipality, { index: false }) municipalityId: string;
}

/** The words of a municipality's titles, with how many titles hold each. */
@Entity()
@Index('title_vocabulary_trigrams', { synchronize: false })
export class TitleVocabulary {
  @References(() => Municipality, { primary: true }) municipalityId: string;
  @PrimaryColumn('text') word: string;
  @CountColumn() uses: number;
}
