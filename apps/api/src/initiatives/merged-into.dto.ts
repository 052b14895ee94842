import { Id, Text } from '../platform/http/fields.js';

export class MergedIntoView {
  @Id() id: string;
  @Text() reference: string;
}
