import { Entity, Index, PrimaryColumn } from 'typeorm';
import { Column } from 'typeorm';
import { MomentColumn, References } from '../platform/database/columns.js';
import { Person } from './person.entity.js';

@Entity()
export class Session {
  /** SHA-256 of the cookie's token, in hex: who reads the table cannot sign in with it. */
  @PrimaryColumn('text') id: string;
  @References(() => Person) personId: string;
  @MomentColumn() createdAt: Date;
  @Index() @Column('timestamptz') expiresAt: Date;
}
