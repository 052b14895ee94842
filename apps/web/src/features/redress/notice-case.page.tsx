import type { Schema } from '@medvind/api-client';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { useTranslation } from '../../i18n/use-translation.js';
import { useForm } from '../../lib/form.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { useAction } from '../../ui/action.js';
import { Button } from '../../ui/button.js';
import { RadioGroup } from '../../ui/choices.js';
import { Form } from '../../ui/form.js';
import { Heading } from '../../ui/heading.js';
import { Page } from '../../ui/page.js';
import { Prose } from '../../ui/prose.js';
import { TextArea } from '../../ui/text-area.js';
import { Time } from '../../ui/time.js';
import { beginNotice, decideNotice, noticeCaseQuery } from './api/notice-case.js';
import { Answered } from './components/answered.js';
import { Blockers } from './components/blockers.js';
import { Clock } from './components/clock.js';
import { Facts } from './components/facts.js';
import { Judged } from './components/judged.js';
import { RuleField } from './components/rule-field.js';

export const load = ({ params: { municipality = '', noticeId = '' }, get }: LoadContext) =>
  get(noticeCaseQuery(municipality, noticeId));

/** Somebody says that something is against the law: what, where, why, and by when it is to be decided. */
export default function NoticeCasePage() {
  const { t } = useTranslation('redress-staff');
  const { t: redress } = useTranslation('redress');
  // What the rules are called. Fetched only when one is asked for, it would take what is typed away for a moment.
  useTranslation('reports');
  const { slug } = useMunicipality();
  const path = usePath();
  const { noticeId = '' } = useParams();
  const notice = useSuspenseQuery(noticeCaseQuery(slug, noticeId)).data;
  const { mutateAsync } = useMutation(beginNotice(slug, noticeId));
  const begin = useAction(() => mutateAsync());
  const { number, state, outcome, dueAt, contribution, can } = notice;
  return (
    <Page
      title={t('notice.title', { number })}
      lead={redress(`codes.${notice.reasonCode}`)}
      breadcrumbs={[{ label: t('moderation'), to: path('moderation') }]}
      width="text"
      hidden
    >
      <Blockers reasons={notice.blockers} />
      <div role="status">
        {outcome && (
          <Answered
            title={t(`notice.outcome.${outcome}`)}
            tone={outcome === 'acted' ? 'success' : 'info'}
            text={notice.answer}
            by={notice.decidedBy}
            at={notice.decidedAt}
          />
        )}
      </div>
      <Facts
        items={{
          [t('due')]: state !== 'decided' && dueAt && <Clock due={dueAt} />,
          [t('notice.receivedAt')]: <Time at={notice.receivedAt} style="moment" />,
          [t('notice.state')]: t(`notice.states.${state}`),
          [t('notice.location')]: notice.location,
          [t('notice.sender')]: [notice.name, notice.email].filter(Boolean).join(', ') || t('notice.unnamed'),
          [t('notice.text')]: (
            <blockquote className="mv-judged-text">
              <Prose text={notice.text} lang={notice.language} />
            </blockquote>
          ),
        }}
      />
      {contribution ? (
        <Judged contribution={contribution} />
      ) : (
        <p className="mv-note">{t('notice.nothing')}</p>
      )}
      {state === 'received' && (
        <div className="mv-actions">
          <Button variant="secondary" busy={begin.busy} onClick={begin.act}>
            {t('notice.begin')}
          </Button>
        </div>
      )}
      {can.decide && <Decide key={notice.id} notice={notice} />}
    </Page>
  );
}

function Decide({ notice }: { notice: Schema<'NoticeCaseView'> }) {
  const { t } = useTranslation('redress-staff');
  const { slug, language } = useMunicipality();
  const { id, contribution } = notice;
  const { mutateAsync } = useMutation(decideNotice(slug, id));
  const standing = contribution?.state === 'visible' || contribution?.state === 'held';
  const form = useForm({
    draft: `notice-case:${id}`,
    initial: {
      outcome: '' as Schema<'NoticeOutcome'> | '',
      reasonCode: (standing ? notice.reasonCode : '') as Schema<'ReasonCode'> | '',
      text: '',
    },
    submit: ({ outcome, reasonCode, text }) =>
      mutateAsync({ outcome: outcome as Schema<'NoticeOutcome'>, text, reasonCode: reasonCode || null }),
    after: 'keep',
  });
  const outcome = form.field('outcome', t('notice.answer'));
  return (
    <section className="mv-panel mv-flow" aria-labelledby="decide">
      <Heading level={2} size="xs" id="decide">
        {t('notice.decide')}
      </Heading>
      <Form form={form} submit={t('decideIt')}>
        <RadioGroup
          {...outcome}
          onChange={(value) => outcome.onChange(value as Schema<'NoticeOutcome'>)}
          options={[
            {
              value: 'acted',
              label: t('notice.choice.acted'),
              hint: t(standing ? 'notice.hides' : 'notice.actedAlready'),
            },
            { value: 'turned-down', label: t('notice.choice.turned-down'), hint: t('notice.stays') },
          ]}
        />
        {standing && outcome.value === 'acted' && <RuleField field={form.field('reasonCode', t('rule'))} />}
        <TextArea
          {...form.field('text', t('notice.reasons'))}
          hint={t('notice.reasonsHint')}
          lang={language}
          rows={5}
          max={2000}
          published
        />
      </Form>
    </section>
  );
}
