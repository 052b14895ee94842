import { OneOf, Part, Text, Whole } from '../http/fields.js';
import type { TextBlock, TextPart } from './blocks.rules.js';

export class TextPartView implements TextPart {
  @Text() text: string;
  /** Where it leads: http, https or mailto, nothing else. */
  @Text({ optional: true }) href?: string;
}

export class TextBlockView implements TextBlock {
  @OneOf(['paragraph', 'list', 'item', 'quote'], 'TextBlockType') type: TextBlock['type'];
  /** Of a paragraph. */
  @Part(() => TextPartView, { array: true, optional: true }) parts?: TextPartView[];
  /** A list's items; what stands in an item or a quote. */
  @Part(() => TextBlockView, { array: true, optional: true }) blocks?: TextBlockView[];
  /** Of a numbered list: its first number. */
  @Whole({ optional: true }) start?: number;
}
