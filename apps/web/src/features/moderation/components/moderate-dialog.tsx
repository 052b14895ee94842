import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { usePath } from '../../../lib/municipality.js';
import { Button, LinkButton } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { Skeleton } from '../../../ui/loading.js';
import { Prose } from '../../../ui/prose.js';
import { caseQuery } from '../api/case.js';
import type { Contribution } from '../api/report.js';
import { useDecide } from '../use-decide.js';
import { CaseDetails } from './case-details.js';
import { DecisionForm } from './decision-form.js';

interface ModerateDialogProps extends Contribution {
  municipality: string;
  /** Begins with this, where it can be done. */
  begin?: 'hide' | 'restore';
  onClose: () => void;
}

export default function ModerateDialog({ onClose, ...subject }: ModerateDialogProps) {
  const { t } = useTranslation('moderation');
  return (
    <Dialog title={t('moderate')} onClose={onClose}>
      <Suspense fallback={<Skeleton lines={4} />}>
        <Moderating {...subject} onClose={onClose} />
      </Suspense>
    </Dialog>
  );
}

function Moderating({ municipality, kind, id, begin, onClose }: ModerateDialogProps) {
  const { t } = useTranslation('moderation');
  const { t: redress } = useTranslation('redress-staff');
  const path = usePath();
  const client = useQueryClient();
  const subject = useSuspenseQuery(caseQuery(municipality, { kind, id })).data;
  const [action, setAction] = useState(begin);
  const decide = useDecide(municipality, () => {
    void client.invalidateQueries();
    onClose();
  });
  if (action && subject.can[action]) {
    return (
      <>
        <blockquote className="mv-case-text">
          <p className="mv-alert-title">
            {t(`entry.${kind}`)} {subject.reference}
          </p>
          {subject.text !== null && <Prose text={subject.text} lang={subject.language} />}
        </blockquote>
        <DecisionForm
          municipality={municipality}
          subject={subject}
          action={action}
          onDone={(now) => decide.done(action, now)}
          onCancel={() => setAction(undefined)}
        />
      </>
    );
  }
  return (
    <>
      <CaseDetails subject={subject} level={3} />
      <div className="mv-actions">
        {subject.can.hide && (
          <Button color="danger" onClick={() => setAction('hide')}>
            {t('actions.hide')}
          </Button>
        )}
        {subject.can.restore && <Button onClick={() => setAction('restore')}>{t('actions.restore')}</Button>}
        {subject.can.keep && (
          <Button variant="secondary" busy={decide.busy} onClick={() => decide.keep(subject)}>
            {subject.state === 'removed' ? t('actions.close') : t('actions.keep')}
          </Button>
        )}
        <LinkButton
          variant="secondary"
          to={`${path('moderation', 'restrictions', 'new')}?${kind}=${id}`}
          onClick={onClose}
        >
          {redress('link.restrict')}
        </LinkButton>
        <Button variant="tertiary" onClick={onClose}>
          {t('actions.back')}
        </Button>
      </div>
    </>
  );
}
