import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../../lib/municipality.js';
import { LinkButton } from '../../../ui/button.js';
import { myInitiativesQuery } from '../api/my-initiatives.js';

/** What the reader, who is signed in, has begun to propose for a goal, and not sent in. */
export default function GoalDraft({ goalId }: { goalId: string }) {
  const { t } = useTranslation('initiatives');
  const { slug } = useMunicipality();
  const path = usePath();
  const { data } = useQuery(myInitiativesQuery(slug));
  const draft = data?.items.find(({ state, goal }) => state === 'draft' && goal.id === goalId);
  if (!draft) return null;
  return (
    <p>
      <LinkButton
        to={`${path('goals', goalId, 'propose')}?${new URLSearchParams({ draft: draft.id })}`}
        icon="document"
      >
        {t('goal.draft')}
      </LinkButton>{' '}
      <span className="mv-note" lang={draft.language}>
        {draft.title}
      </span>
    </p>
  );
}
