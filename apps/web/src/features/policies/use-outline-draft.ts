import type { Schema } from '@medvind/api-client';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { forgetDraft, keepDraft, readDraft } from '../../lib/drafts.js';
import { useEntering } from '../../lib/entry.js';
import { useMunicipality } from '../../lib/municipality.js';
import { saveImportMutation } from './api/save-import.js';
import { OutlineDraft } from './outline-draft.js';

/** The outline of an import while it is edited; what a closed page had not saved is taken up again. */
export function useOutlineDraft(view: Schema<'PolicyImportView'>) {
  const { slug } = useMunicipality();
  const enter = useEntering();
  const { mutateAsync } = useMutation(saveImportMutation(slug, view.id));
  const [draft] = useState(() => new OutlineDraft(view, mutateAsync));
  const state = useSyncExternalStore(draft.subscribe, draft.snapshot, draft.snapshot);
  const kept = `policy-import:${view.id}`;

  useEffect(() => {
    draft.save = (input) => enter(() => mutateAsync(input));
  });
  useEffect(() => {
    const unsaved = readDraft<NonNullable<OutlineDraft['unsaved']>>(kept);
    forgetDraft(kept);
    if (unsaved) draft.resume(unsaved);
    const keep = () => {
      if (draft.unsaved) keepDraft(kept, draft.unsaved);
    };
    window.addEventListener('pagehide', keep);
    return () => {
      window.removeEventListener('pagehide', keep);
      draft.stop();
      keep();
      // Going elsewhere within Medvind leaves time to save.
      if (draft.unsaved) void draft.flush().then((saved) => saved && forgetDraft(kept));
    };
  }, [draft, kept]);

  return { draft, state };
}
