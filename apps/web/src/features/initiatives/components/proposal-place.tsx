import { lazy } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import type { Form } from '../../../lib/form.js';
import { useHydrated } from '../../../lib/use-hydrated.js';
import { Optional } from '../../../ui/optional.js';
import { PlaceField } from './place-field.js';
import type { ProposalValues } from '../proposal-steps.js';

// Most proposals are words.
const PictureField = lazy(() => import('./picture-field.js'));

interface ProposalPlaceProps {
  form: Form<ProposalValues>;
  initiativeId: string | undefined;
  /** Saves what is written, and gives the draft a picture is of. */
  saved: () => Promise<string>;
  /** How many pictures the scheme takes. */
  images: number;
}

/** Where it is and what it looks like, for those who want to say it. */
export function ProposalPlace({ form, initiativeId, saved, images }: ProposalPlaceProps) {
  const { t } = useTranslation('proposal-steps');
  const awake = useHydrated();
  return (
    <>
      <p>{t('placeLead')}</p>
      <PlaceField form={form} />
      {awake && images > 0 && (
        <Optional>
          <PictureField initiativeId={initiativeId} saved={saved} most={images} />
        </Optional>
      )}
    </>
  );
}
