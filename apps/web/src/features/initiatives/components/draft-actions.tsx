import { useMutation } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../../lib/municipality.js';
import { useAction } from '../../../ui/action.js';
import { Button, LinkButton } from '../../../ui/button.js';
import { Heading } from '../../../ui/heading.js';
import { useProblemText } from '../../../ui/problem-text.js';
import { useToast } from '../../../ui/toast.js';
import type { Initiative } from '../api/initiatives.js';
import { publishMutation } from '../api/proposal.js';
import { BecomesPublic } from './becomes-public.js';

/** What its proposer does with a draft. */
export function DraftActions({ initiative }: { initiative: Initiative }) {
  const { t } = useTranslation('initiatives');
  const { slug } = useMunicipality();
  const path = usePath();
  const toast = useToast();
  const problemText = useProblemText();
  const { mutateAsync } = useMutation(publishMutation(slug));
  const publish = useAction(async () => {
    const { held } = await mutateAsync(initiative.id);
    toast(t(held ? 'propose.held' : 'propose.published'));
  });
  const [blocker] = initiative.blockers.publication;
  return (
    <section className="mv-panel mv-support-panel" aria-labelledby="draft">
      <Heading level={2} size="xs" id="draft">
        {t(initiative.held ? 'draft.heldNext' : 'draft.title')}
      </Heading>
      {initiative.held && <p>{t('draft.heldText')}</p>}
      {blocker && <p>{problemText({ code: blocker.type as 'rule-missing' })}</p>}
      {initiative.can.edit && (
        <LinkButton to={`${path('goals', initiative.goal.id, 'propose')}?draft=${initiative.id}`}>
          {t('draft.edit')}
        </LinkButton>
      )}
      {initiative.can.publish && <BecomesPublic />}
      {initiative.can.publish && (
        <Button variant="secondary" busy={publish.busy} onClick={publish.act}>
          {t('draft.publish')}
        </Button>
      )}
    </section>
  );
}
