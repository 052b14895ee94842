import { Flag, Id, Instant, OneOf, Part, Text } from '../http/fields.js';
import type { Mail } from './mail.entity.js';

export const MAIL_STATES = ['waiting', 'sent', 'failed'] as const;
export type MailState = (typeof MAIL_STATES)[number];

export class OutboxItem {
  @Id() id: string;
  @Text() recipient: string;
  @Text() subject: string;
  @Instant() createdAt: string;
  @OneOf(MAIL_STATES, 'MailState') state: MailState;
  /** What the mail server said. */
  @Text({ nullable: true }) error: string | null;
  /** It holds a key and is shown to nobody here. */
  @Flag() secret: boolean;
}

export class OutboxPage {
  /** Whether a mail server is set up. */
  @Flag() delivers: boolean;
  @Part(() => OutboxItem, { array: true }) items: OutboxItem[];
  @Text({ nullable: true }) next: string | null;
}

export class OutboxLetter extends OutboxItem {
  @Text() from: string;
  /** As text, never as markup. */
  @Text() text: string;
}

export const mapOutboxItem = (mail: Mail): OutboxItem => ({
  id: mail.id,
  recipient: mail.recipient,
  subject: mail.subject,
  createdAt: mail.createdAt.toISOString(),
  state: mail.sentAt ? 'sent' : mail.failedAt ? 'failed' : 'waiting',
  error: mail.error,
  secret: mail.secret,
});
