import type { Schema } from '@medvind/api-client';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { useAction } from '../../../ui/action.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { Heading } from '../../../ui/heading.js';
import { Time } from '../../../ui/time.js';
import { useToast } from '../../../ui/toast.js';
import { publishPlan } from '../api/publish-plan.js';

export function PublishPanel({ plan }: { plan: Schema<'PlanView'> }) {
  const { t } = useTranslation('action-plans-staff');
  const [asking, setAsking] = useState(false);
  return (
    <section className="mv-panel mv-flow" aria-labelledby="publish">
      <Heading level={2} size="xs" id="publish">
        {t('publish.title')}
      </Heading>
      {plan.publishedAt ? (
        <>
          <p>
            {t('publish.since')} <Time at={plan.publishedAt} />
          </p>
          <p className="mv-note">{t('publish.sinceText')}</p>
        </>
      ) : plan.can.publish ? (
        <Button variant="secondary" onClick={() => setAsking(true)}>
          {t('publish.button')}
        </Button>
      ) : (
        <>
          <p>{t('publish.blocked')}</p>
          <ul className="ds-list">
            {plan.blockers.map(({ type }) => (
              <li key={type}>{t(`publish.reasons.${type as 'no-title' | 'no-actions'}`)}</li>
            ))}
          </ul>
        </>
      )}
      {asking && <ConfirmPublishing plan={plan} onClose={() => setAsking(false)} />}
    </section>
  );
}

function ConfirmPublishing({ plan, onClose }: { plan: Schema<'PlanView'>; onClose: () => void }) {
  const { t } = useTranslation('action-plans-staff');
  const { slug } = useMunicipality();
  const toast = useToast();
  const { mutateAsync } = useMutation(publishPlan(slug, plan.id));
  const publish = useAction(async () => {
    await mutateAsync();
    onClose();
    toast(t('publish.done'));
  });
  const count = plan.areas
    .flatMap(({ actions }) => actions)
    .reduce((sum, { background }) => sum + background.comments + background.initiatives, 0);
  return (
    <Dialog title={t('publish.confirm')} onClose={onClose}>
      <p>{t('publish.confirmText', { count })}</p>
      <div className="mv-actions">
        <Button busy={publish.busy} onClick={publish.act}>
          {t('publish.button')}
        </Button>
        <Button variant="tertiary" onClick={onClose}>
          {t('app:form.cancel')}
        </Button>
      </div>
    </Dialog>
  );
}
