import { Column, Entity, PrimaryColumn } from 'typeorm';
import { References } from '../platform/database/columns.js';
import { BallotBox } from './ballot-box.entity.js';

/** A complete subtree's hash on every eighth level: a proof reads a few hundred rows however large the tree is. */
@Entity()
export class BallotNode {
  @References(() => BallotBox, { primary: true, onDelete: 'RESTRICT' }) boxId: string;
  @PrimaryColumn('integer') level: number;
  @PrimaryColumn('integer') index: number;
  @Column('bytea') hash: Buffer;
}
