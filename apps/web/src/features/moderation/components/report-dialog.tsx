import { LIMITS, REPORT_CODES } from '@medvind/contracts';
import type { Schema } from '@medvind/api-client';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useForm } from '../../../lib/form.js';
import { useFormat } from '../../../lib/format.js';
import { useMunicipality, usePath } from '../../../lib/municipality.js';
import { useSession } from '../../../lib/session.js';
import { Button } from '../../../ui/button.js';
import { RadioGroup } from '../../../ui/choices.js';
import { Dialog } from '../../../ui/dialog.js';
import { Form } from '../../../ui/form.js';
import { Heading } from '../../../ui/heading.js';
import { Link } from '../../../ui/link.js';
import { TextArea } from '../../../ui/text-area.js';
import { reportMutation, type Contribution } from '../api/report.js';

const HINTED = ['insult', 'threat', 'hate', 'personal-data', 'illegal'] as const;

interface ReportDialogProps extends Contribution {
  municipality: string;
  reference: string;
  onClose: () => void;
}

export default function ReportDialog({ kind, id, municipality, reference, onClose }: ReportDialogProps) {
  const { t } = useTranslation('reports');
  const [receipt, setReceipt] = useState<Schema<'ReportReceipt'>>();
  return (
    <Dialog title={kind === 'comment' ? t('titleComment') : t('titleInitiative')} onClose={onClose}>
      <div role="status">{receipt && <Receipt receipt={receipt} onClose={onClose} />}</div>
      {!receipt && (
        <ReportForm
          kind={kind}
          id={id}
          municipality={municipality}
          reference={reference}
          onSent={setReceipt}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}

interface ReportFormProps extends ReportDialogProps {
  onSent: (receipt: Schema<'ReportReceipt'>) => void;
}

function ReportForm({ kind, id, municipality, reference, onSent, onClose }: ReportFormProps) {
  const { t } = useTranslation('reports');
  const { name } = useMunicipality();
  const path = usePath();
  const { person } = useSession();
  const { mutateAsync } = useMutation(reportMutation(municipality, { kind, id }));
  const form = useForm({
    draft: `report:${id}`,
    initial: { reasonCode: '' as Schema<'ReportCode'> | '', text: '' },
    submit: ({ reasonCode, text }) =>
      // Nothing chosen is the API's to refuse, at the field.
      mutateAsync({ reasonCode: reasonCode as Schema<'ReportCode'>, text }),
    done: onSent,
  });
  const reasonCode = form.field('reasonCode', t('why'));
  return (
    <>
      <p>{t('lead')}</p>
      <p className="mv-note">
        {t('illegalText')} <Link to={`${path('notices', 'new')}?at=${reference}`}>{t('illegalLink')}</Link>
      </p>
      <Form
        form={form}
        submit={t('send')}
        secondary={
          <Button variant="tertiary" onClick={onClose}>
            {t('app:form.cancel')}
          </Button>
        }
      >
        <RadioGroup
          {...reasonCode}
          onChange={(value) => reasonCode.onChange(value as Schema<'ReportCode'>)}
          options={REPORT_CODES.map((code) => {
            const hinted = HINTED.find((known) => known === code);
            return { value: code, label: t(`reasons.${code}`), hint: hinted && t(`hints.${hinted}`) };
          })}
        />
        <TextArea
          {...form.field('text', t('text'))}
          optional
          rows={3}
          max={LIMITS.reason.max}
          hint={t('textHint')}
        />
        <section className="mv-panel" aria-labelledby="report-happens">
          <Heading level={3} size="2xs" id="report-happens">
            {t('happens')}
          </Heading>
          <p>
            {t('happensText', { name })} {person ? t('answered') : t('unanswered')}
          </p>
        </section>
      </Form>
    </>
  );
}

function Receipt({ receipt, onClose }: { receipt: Schema<'ReportReceipt'>; onClose: () => void }) {
  const { t } = useTranslation('reports');
  const { date } = useFormat();
  const thanks = useRef<HTMLParagraphElement>(null);
  useEffect(() => thanks.current?.focus(), []);
  return (
    <div className="mv-flow">
      <p className="mv-alert-title" tabIndex={-1} ref={thanks}>
        {t('thanks')}
      </p>
      <p>{t('receipt', { reference: receipt.reference, at: date(receipt.receivedAt, 'moment') })}</p>
      {receipt.answered && <p>{t('answered')}</p>}
      <div className="mv-actions">
        <Button onClick={onClose}>{t('app:close')}</Button>
      </div>
    </div>
  );
}
