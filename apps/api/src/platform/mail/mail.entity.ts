import { Column, Entity, Index } from 'typeorm';
import { IdColumn, MomentColumn, TextColumn } from '../database/columns.js';

/** A letter to one person, from the moment it is written until it is out of the house. */
@Entity()
@Index(['municipalityId', 'id'])
@Index('mail_waiting', ['id'], { where: 'sent_at IS NULL AND failed_at IS NULL' })
export class Mail {
  @IdColumn() id: string;
  /** What it is about and for whom: nobody is written to twice about the same thing. */
  @TextColumn({ unique: true }) key: string;
  /** Whose letter it is. No foreign keys: what was sent stays sent, and the platform knows no features. */
  @Column('uuid') municipalityId: string;
  /** Emptied with the texts once a mail server has taken it: they are not ours to keep. */
  @TextColumn() recipient: string;
  @TextColumn() fromName: string;
  @TextColumn() subject: string;
  @TextColumn() text: string;
  @TextColumn() html: string;
  /** Where one click ends letters of this kind. */
  @TextColumn({ nullable: true }) unsubscribeUrl: string | null;
  /** It holds a key, to choose a new password say, that is for its reader alone. */
  @Column('boolean', { default: false }) secret: boolean;
  @MomentColumn() createdAt: Date;
  /** Being handed over. Where the process ended just then it stays so: better once too few than twice. */
  @MomentColumn({ nullable: true }) sendingAt: Date | null;
  @MomentColumn({ nullable: true }) sentAt: Date | null;
  /** The mail server will not have it, now or later. */
  @MomentColumn({ nullable: true }) failedAt: Date | null;
  @TextColumn({ nullable: true }) error: string | null;
}
