import { OneOf, OptionalText, Text } from '../platform/http/fields.js';
import { MAIL_GROUPS } from './mail-groups.js';
import type { MailScope } from './letters.js';

export const MAIL_SCOPES = [...MAIL_GROUPS, 'daily', 'weekly'] as const;

export class UnsubscribeView {
  /** Which mail it ends. */
  @OneOf(MAIL_SCOPES, 'MailScope') scope: MailScope;
}

export class UnsubscribeQuery {
  @Text({ max: 400 }) token: string;
}

export class UnsubscribeForm {
  /** "One-Click", from a mail program; absent from our page's form. */
  @OptionalText({ max: 40 }) 'List-Unsubscribe'?: string;
}
