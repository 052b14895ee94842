import { useMutation } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';
import { useTranslation } from '../../i18n/use-translation.js';
import { useForm } from '../../lib/form.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { Page } from '../../ui/page.js';
import { draftVoteMutation } from './api/save-vote.js';
import { votesQuery } from './api/votes.js';
import { VoteForm } from './components/vote-form.js';
import { emptyDraft, faultsOf, inputOf } from './vote-draft.values.js';

// Only staff are answered this: who is not turns back here, and not after filling in the form.
export const load = ({ params: { municipality = '' }, getPages }: LoadContext) =>
  getPages(votesQuery(municipality, 'draft'));

export default function NewVotePage() {
  const { t } = useTranslation('votes-staff');
  const { slug } = useMunicipality();
  const { goalId = '' } = useParams();
  const path = usePath();
  const navigate = useNavigate();
  const { mutateAsync } = useMutation(draftVoteMutation(slug, goalId));
  const form = useForm({
    draft: `vote:${goalId}:new`,
    initial: emptyDraft,
    check: faultsOf,
    submit: (values) => mutateAsync(inputOf(values)),
    done: ({ id }) => void navigate(path('staff', 'votes', id)),
  });
  return (
    <Page
      title={t('newTitle')}
      lead={t('newLead')}
      width="text"
      hidden
      breadcrumbs={[{ label: t('listTitle'), to: path('staff', 'votes') }]}
    >
      <VoteForm form={form} submit={t('saveDraft')} />
    </Page>
  );
}
