import { LIMITS } from '@medvind/contracts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useForm } from '../../../lib/form.js';
import { useMunicipality, usePath } from '../../../lib/municipality.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { Form } from '../../../ui/form.js';
import { TextArea } from '../../../ui/text-area.js';
import { useToast } from '../../../ui/toast.js';
import type { Initiative } from '../api/initiatives.js';
import { withdrawMutation } from '../api/proposal.js';

export function Withdraw({ initiative }: { initiative: Initiative }) {
  const { t } = useTranslation('initiatives');
  const [asking, setAsking] = useState(false);
  const isDraft = initiative.state === 'draft' || initiative.state === 'rejected';
  return (
    <>
      <Button variant="tertiary" color="danger" onClick={() => setAsking(true)}>
        {t(isDraft ? 'withdraw.draftDo' : 'withdraw.do')}
      </Button>
      {asking && (
        <Dialog
          title={t(isDraft ? 'withdraw.draftTitle' : 'withdraw.title')}
          onClose={() => setAsking(false)}
        >
          <WithdrawForm initiative={initiative} onDone={() => setAsking(false)} />
        </Dialog>
      )}
    </>
  );
}

function WithdrawForm({ initiative, onDone }: { initiative: Initiative; onDone: () => void }) {
  const { t } = useTranslation('initiatives');
  const { slug } = useMunicipality();
  const path = usePath();
  const navigate = useNavigate();
  const toast = useToast();
  const { mutateAsync } = useMutation(withdrawMutation(slug, initiative.id));
  const isDraft = initiative.state === 'draft' || initiative.state === 'rejected';
  // What others confirm or read was sent in, but nobody supports it yet.
  const isPublished = initiative.publishedAt !== null;
  const form = useForm({
    initial: { reason: '' },
    submit: (values) => mutateAsync(values),
    done: () => {
      onDone();
      toast(t(isDraft ? 'withdraw.draftDone' : 'withdraw.done'));
      if (!isPublished) void navigate(path('initiatives'), { replace: true });
    },
  });
  return (
    <Form
      form={form}
      submit={t(isDraft ? 'withdraw.draftDo' : 'withdraw.do')}
      secondary={
        <Button variant="tertiary" onClick={onDone}>
          {t('app:form.cancel')}
        </Button>
      }
    >
      <p>{t(isPublished ? 'withdraw.text' : isDraft ? 'withdraw.draftText' : 'withdraw.sentText')}</p>
      {isPublished && (
        <TextArea
          {...form.field('reason', t('withdraw.reason'))}
          hint={t('withdraw.reasonHint')}
          max={LIMITS.reason.max}
          published
          rows={3}
          optional
        />
      )}
    </Form>
  );
}
