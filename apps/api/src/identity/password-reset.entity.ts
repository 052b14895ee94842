import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { MomentColumn, References } from '../platform/database/columns.js';
import { Person } from './person.entity.js';

/** Leave to choose a new password: once, and for an hour. */
@Entity()
export class PasswordReset {
  /** SHA-256 of the token in the letter, in hex: who reads the table cannot use it. */
  @PrimaryColumn('text') id: string;
  @References(() => Person) personId: string;
  @MomentColumn() createdAt: Date;
  @Index() @Column('timestamptz') expiresAt: Date;
  @MomentColumn({ nullable: true }) usedAt: Date | null;
}
