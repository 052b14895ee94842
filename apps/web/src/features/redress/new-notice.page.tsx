import type { Schema } from '@medvind/api-client';
import { isReasonIn } from '@medvind/contracts';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useTranslation } from '../../i18n/use-translation.js';
import { useForm } from '../../lib/form.js';
import { useFormat } from '../../lib/format.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import { Alert } from '../../ui/alert.js';
import { Checkbox } from '../../ui/checkbox.js';
import { RadioGroup } from '../../ui/choices.js';
import { Form } from '../../ui/form.js';
import { Heading } from '../../ui/heading.js';
import { Link } from '../../ui/link.js';
import { Page } from '../../ui/page.js';
import { TextArea } from '../../ui/text-area.js';
import { TextField } from '../../ui/text-field.js';
import { sendNotice } from './api/notices.js';
import { NOTICE_CODES } from './reasons.js';

/** To say that something here is against the law. No account is needed, and a link leads to what comes of it. */
export default function NewNoticePage() {
  const { t } = useTranslation('redress');
  const [receipt, setReceipt] = useState<Schema<'NoticeReceipt'>>();
  return (
    <Page
      title={receipt ? t('notice.thanks') : t('notice.title')}
      lead={!receipt && t('notice.lead')}
      width="text"
    >
      {receipt ? <Receipt receipt={receipt} /> : <NoticeForm onSent={setReceipt} />}
    </Page>
  );
}

function NoticeForm({ onSent }: { onSent: (receipt: Schema<'NoticeReceipt'>) => void }) {
  const { t } = useTranslation('redress');
  const { slug, name, language } = useMunicipality();
  const path = usePath();
  const [search] = useSearchParams();
  const at = search.get('at') ?? '';
  const { mutateAsync } = useMutation(sendNotice(slug));
  const form = useForm({
    draft: `notice:${slug}:${at}`,
    initial: {
      location: at,
      reasonCode: '' as Schema<'NoticeCode'> | '',
      text: '',
      name: '',
      email: '',
      goodFaith: false,
    },
    submit: ({ reasonCode, email, ...said }) =>
      // Nothing chosen is the API's to refuse, at the field.
      mutateAsync({ ...said, reasonCode: reasonCode as Schema<'NoticeCode'>, email: email || null }),
    done: onSent,
  });
  const reasonCode = form.field('reasonCode', t('notice.reason'));
  const unnamed = form.values.reasonCode === 'child-abuse-material';
  return (
    <>
      <Alert tone="info">
        <p>{t('notice.danger')}</p>
        <p>
          {t('notice.rules')} <Link to={path('about')}>{t('app:footer.conduct')}</Link>
        </p>
      </Alert>
      <Form form={form} submit={t('notice.send')}>
        <TextField
          {...form.field('location', t('notice.location'))}
          hint={t('notice.locationHint')}
          autoComplete="off"
        />
        <RadioGroup
          {...reasonCode}
          onChange={(value) => reasonCode.onChange(value as Schema<'NoticeCode'>)}
          options={NOTICE_CODES.filter((code) => isReasonIn(language, code)).map((value) => ({
            value,
            label: t(`codes.${value}`),
          }))}
        />
        <TextArea {...form.field('text', t('notice.text'))} hint={t('notice.textHint')} rows={6} max={4000} />
        <TextField
          {...form.field('name', t('notice.name'))}
          autoComplete="name"
          optional={unnamed}
          hint={unnamed ? t('notice.unnamed') : undefined}
        />
        <TextField
          {...form.field('email', t('notice.email'))}
          type="email"
          autoComplete="email"
          optional={unnamed}
          hint={t('notice.emailHint')}
        />
        <Checkbox {...form.field('goodFaith', t('notice.goodFaith'))} />
        <section className="mv-panel" aria-labelledby="notice-happens">
          <Heading level={2} size="2xs" id="notice-happens">
            {t('notice.happens')}
          </Heading>
          <p>{t('notice.happensText', { name })}</p>
        </section>
      </Form>
    </>
  );
}

function Receipt({ receipt }: { receipt: Schema<'NoticeReceipt'> }) {
  const { t } = useTranslation('redress');
  const { date } = useFormat();
  const path = usePath();
  const { number, receivedAt, token, goalHours, mailed } = receipt;
  const told = useRef<HTMLDivElement>(null);
  useEffect(() => told.current?.focus(), []);
  return (
    <div className="mv-flow" ref={told} tabIndex={-1} role="status">
      <p className="mv-alert-title">{t('notice.number', { number })}</p>
      <p>
        {t('notice.received', { at: date(receivedAt, 'moment') })} {t('notice.goal', { count: goalHours })}
      </p>
      <p>
        <Link to={path('notices', token)}>{t('notice.follow', { number })}</Link>
      </p>
      <Alert tone="warning">
        <p>{t('notice.keep')}</p>
        <p>{mailed ? t('notice.mailed') : t('notice.notMailed')}</p>
      </Alert>
    </div>
  );
}
