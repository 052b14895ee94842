import { Flag, Id, Instant, OneOf, Part, Text, Whole } from '../platform/http/fields.js';
import { REMINDERS, type ReminderKind } from '../initiatives/case-reminder.entity.js';
import {
  NOTIFICATION_KINDS,
  type Notification,
  type NotificationDetails,
  type NotificationKind,
} from './notification.entity.js';

/** What the words of a kind need; each kind has its own of them. */
export class NotificationDetailsView implements NotificationDetails {
  @Text({ optional: true }) title?: string;
  @Text({ optional: true }) text?: string;
  @Text({ optional: true }) reference?: string;
  @Text({ optional: true }) name?: string;
  @OneOf(['comment', 'initiative'], 'ContributionKind', { optional: true })
  contribution?: 'comment' | 'initiative';
  @Text({ optional: true }) reasonCode?: string;
  @Text({ optional: true }) rule?: string;
  @Text({ optional: true }) detail?: string;
  @Text({ optional: true }) reason?: string;
  @OneOf(['keep', 'hide', 'restore', 'remove', 'edit', 'move'], 'ContributionAction', { optional: true })
  action?: 'keep' | 'hide' | 'restore' | 'remove' | 'edit' | 'move';
  @Text({ optional: true }) theme?: string;
  @Text({ optional: true }) outcome?: string;
  @Text({ optional: true }) result?: string;
  @Flag({ optional: true }) voted?: boolean;
  @Flag({ optional: true }) leavesVotes?: boolean;
  @Whole({ optional: true }) year?: number;
  @Whole({ optional: true }) count?: number;
  @Whole({ optional: true }) support?: number;
  @Whole({ optional: true }) threshold?: number;
  @OneOf(REMINDERS, 'ReminderKind', { optional: true }) due?: ReminderKind;
  @Instant({ optional: true }) by?: string;
}

export class NotificationView {
  @Id() id: string;
  @OneOf(NOTIFICATION_KINDS, 'NotificationKind') kind: NotificationKind;
  @Part(() => NotificationDetailsView) details: NotificationDetailsView;
  /** The page it leads to, below the municipality. */
  @Text() path: string;
  @Instant() createdAt: string;
  @Instant({ nullable: true }) readAt: string | null;
}

export class NotificationPage {
  @Part(() => NotificationView, { array: true }) items: NotificationView[];
  @Text({ nullable: true }) next: string | null;
}

export class UnreadCount {
  @Whole() count: number;
}

export class ReadInput {
  /** This one and all before it; left out, and no `ids` either: all. */
  @Id({ optional: true }) upTo?: string;
  /** Only these. */
  @Id({ optional: true, array: true }) ids?: string[];
}

export const mapNotification = (row: Notification): NotificationView => ({
  id: row.id,
  kind: row.kind,
  details: row.details,
  path: row.path,
  createdAt: row.createdAt.toISOString(),
  readAt: row.readAt?.toISOString() ?? null,
});
