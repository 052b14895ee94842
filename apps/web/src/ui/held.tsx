import { lazy } from 'react';
import type { HeldNoteProps } from './held-note.js';
import { Optional } from './optional.js';

// Only who wrote it and the moderators ever see it.
const Note = lazy(() => import('./held-note.js'));

export const Held = (props: HeldNoteProps) => (
  <Optional>
    <Note {...props} />
  </Optional>
);
