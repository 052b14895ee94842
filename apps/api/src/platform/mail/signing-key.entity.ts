import { Entity, PrimaryColumn } from 'typeorm';
import { TextColumn } from '../database/columns.js';

/** What links that work without signing in are signed with; made once, by the database's first migration of it. */
@Entity()
export class SigningKey {
  @PrimaryColumn('text') name: string;
  @TextColumn() secret: string;
}
