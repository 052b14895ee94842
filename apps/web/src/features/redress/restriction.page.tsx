import type { Schema } from '@medvind/api-client';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { useTranslation } from '../../i18n/use-translation.js';
import { useForm } from '../../lib/form.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { Alert } from '../../ui/alert.js';
import { Form } from '../../ui/form.js';
import { Heading } from '../../ui/heading.js';
import { Page } from '../../ui/page.js';
import { Prose } from '../../ui/prose.js';
import { TextArea } from '../../ui/text-area.js';
import { Time } from '../../ui/time.js';
import { useToast } from '../../ui/toast.js';
import { answerHearing, appealRestriction, ownRestrictionQuery } from './api/restrictions.js';
import { AppealPanel } from './components/appeal-panel.js';
import { Evidence } from './components/evidence.js';
import { Facts } from './components/facts.js';
import { ruleOf } from './reasons.js';

export const load = ({ params: { municipality = '', restrictionId = '' }, get }: LoadContext) =>
  get(ownRestrictionQuery(municipality, restrictionId));

/** What is considered or decided about the reader: on which facts, for how long, and what they say to it. */
export default function RestrictionPage() {
  const { t } = useTranslation('redress');
  const { t: reports } = useTranslation('reports');
  const { slug, language } = useMunicipality();
  const path = usePath();
  const { restrictionId = '' } = useParams();
  const restriction = useSuspenseQuery(ownRestrictionQuery(slug, restrictionId)).data;
  const { mutateAsync: appeal } = useMutation(appealRestriction(slug, restrictionId));
  const { state, kind, proposedDays, answerBy, reason, appealable } = restriction;
  const rule = ruleOf(restriction.reasonCode);
  return (
    <Page
      title={t(`restriction.title.${state}`)}
      lead={t(`restriction.lead.${state}`)}
      breadcrumbs={[
        { label: t('app:account.mine'), to: path('me') },
        { label: t('own.title'), to: path('me', 'decisions') },
      ]}
      width="text"
      hidden
    >
      {restriction.provisionalUntil && state === 'hearing' && (
        <Alert tone="warning">
          <p>
            {t('restriction.provisional')} <Time at={restriction.provisionalUntil} style="moment" />.
          </p>
        </Alert>
      )}
      <Facts
        items={{
          [t('restriction.considered')]:
            state === 'hearing' &&
            (kind === 'warning' ? t('restriction.aWarning') : lengthOf(t, proposedDays)),
          [t('restriction.answerBy')]: state === 'hearing' && answerBy && (
            <Time at={answerBy} style="moment" />
          ),
          [t('restriction.ends')]:
            (state === 'running' || state === 'ended') &&
            (restriction.endsAt ? (
              <Time at={restriction.endsAt} style="moment" />
            ) : (
              t('restriction.withoutEnd')
            )),
          [t('decision.rule')]: rule && reports(`reasons.${rule}`),
          [t('restriction.facts')]: <Prose text={restriction.facts} lang={restriction.language} />,
          [t('decision.reason')]: reason && <Prose text={reason} lang={language} />,
          [t('decision.at')]: restriction.decidedAt && <Time at={restriction.decidedAt} style="moment" />,
          [t('restriction.lifted')]: restriction.liftedReason && (
            <Prose text={restriction.liftedReason} lang={language} />
          ),
        }}
      />
      <Evidence items={restriction.evidence} />
      {(restriction.can.answer || restriction.answer) && (
        <Hearing key={restriction.id} restriction={restriction} />
      )}
      {appealable && <AppealPanel appealable={appealable} onAppeal={(body) => appeal(body)} />}
      {state === 'running' && <p className="mv-note">{t('restriction.still')}</p>}
    </Page>
  );
}

const lengthOf = (t: ReturnType<typeof useTranslation<'redress'>>['t'], days: number | null): string =>
  days === null ? t('restriction.endless') : t('restriction.days', { count: days });

function Hearing({ restriction }: { restriction: Schema<'OwnRestrictionView'> }) {
  const { t } = useTranslation('redress');
  const { slug } = useMunicipality();
  const { id, answer, answeredAt, can } = restriction;
  const toast = useToast();
  const { mutateAsync } = useMutation(answerHearing(slug, id));
  const form = useForm({
    draft: `hearing:${id}`,
    initial: { text: answer ?? '' },
    submit: (body) => mutateAsync(body),
    after: 'keep',
    done: () => toast(t('hearing.done')),
  });
  return (
    <section className="mv-panel mv-flow" aria-labelledby="hearing">
      <Heading level={2} size="xs" id="hearing">
        {t('hearing.title')}
      </Heading>
      {answer && answeredAt && (
        <p className="mv-note">
          {t('hearing.sent')} <Time at={answeredAt} style="moment" />
        </p>
      )}
      {can.answer ? (
        <>
          <p>{t('hearing.lead')}</p>
          <Form form={form} submit={answer ? t('hearing.change') : t('hearing.send')}>
            <TextArea {...form.field('text', t('hearing.text'))} rows={6} max={4000} />
          </Form>
        </>
      ) : (
        answer && (
          <blockquote className="mv-judged-text">
            <Prose text={answer} />
          </blockquote>
        )
      )}
    </section>
  );
}
