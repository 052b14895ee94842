import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { Skeleton } from '../../../ui/loading.js';
import { Prose } from '../../../ui/prose.js';
import { caseQuery } from '../api/case.js';
import type { Contribution } from '../api/report.js';
import { useDecide } from '../use-decide.js';
import { CaseActions } from './case-actions.js';
import { CaseContext } from './case-context.js';
import { CaseDetails } from './case-details.js';
import { DecisionForm, type FormAction } from './decision-form.js';

interface ModerateDialogProps extends Contribution {
  municipality: string;
  /** Begins with this, where it can be done. */
  begin?: FormAction;
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
  const client = useQueryClient();
  const subject = useSuspenseQuery(caseQuery(municipality, { kind, id })).data;
  const [action, setAction] = useState(begin);
  const decide = useDecide(municipality, {
    onDecided: () => {
      void client.invalidateQueries();
      onClose();
    },
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
          key={action}
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
      <CaseContext municipality={municipality} kind={kind} id={id} />
      <CaseActions
        municipality={municipality}
        subject={subject}
        busy={decide.busy}
        onAction={setAction}
        onKeep={() => decide.keep(subject)}
        onThread={onClose}
      />
      <div className="mv-actions">
        <Button variant="tertiary" onClick={onClose}>
          {t('actions.back')}
        </Button>
      </div>
    </>
  );
}
