import type { Schema } from '@medvind/api-client';
import type { Language } from '@medvind/contracts';
import type { Form } from '../../lib/form.js';
import type { Attached } from './api/attachment.js';

/** What is typed and chosen; an empty choice is none. */
export interface Written {
  body: string;
  language: Language | '';
  type: Schema<'CommentType'> | '';
  channel: Schema<'Channel'>;
  speaker: string;
  attachment: Attached | null;
}

export interface WritingToolsProps {
  form: Form<Written>;
  /** Among all forms of the page. */
  name: string;
  /** The text's own element. */
  textArea: string;
  /** Its author corrects it: where and by whom it was said stays. */
  editing: boolean;
  /** Staff can key in what somebody else said elsewhere. */
  keysIn: boolean;
}

export const NOTHING: Written = {
  body: '',
  language: '',
  type: '',
  channel: 'web',
  speaker: '',
  attachment: null,
};

/** What the API is told: nothing of what was left to it. */
export const said = ({
  body,
  language,
  type,
  channel,
  speaker,
  attachment,
}: Written): Schema<'CommentInput'> => ({
  body,
  ...(language && { language }),
  ...(type && { type }),
  ...(channel !== 'web' && { channel, speaker: speaker || null }),
  ...(attachment && { attachment: inputOf(attachment) }),
});

const inputOf = ({ id, alt, decorative }: Attached): Schema<'AttachmentInput'> => ({ id, alt, decorative });
