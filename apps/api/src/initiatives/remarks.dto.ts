import { LANGUAGES, LIMITS, type Language } from '@medvind/contracts';
import { OneOf, Text } from '../platform/http/fields.js';

export class RemarkInput {
  @Text({ ...LIMITS.remark, published: true }) body: string;
  /** The language it is written in; left out: what the text itself tells. */
  @OneOf(LANGUAGES, 'Language', { optional: true }) language?: Language;
}
