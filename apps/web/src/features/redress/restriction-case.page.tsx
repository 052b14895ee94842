import type { Schema } from '@medvind/api-client';
import { LIMITS } from '@medvind/contracts';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { useTranslation } from '../../i18n/use-translation.js';
import { useForm } from '../../lib/form.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { RadioGroup } from '../../ui/choices.js';
import { Form } from '../../ui/form.js';
import { Heading } from '../../ui/heading.js';
import { Page } from '../../ui/page.js';
import { Prose } from '../../ui/prose.js';
import { TextArea } from '../../ui/text-area.js';
import { TextField } from '../../ui/text-field.js';
import { Time } from '../../ui/time.js';
import { decideRestriction, liftRestriction, restrictionCaseQuery } from './api/restriction-case.js';
import { Answered } from './components/answered.js';
import { Blockers } from './components/blockers.js';
import { Clock } from './components/clock.js';
import { Evidence } from './components/evidence.js';
import { Facts } from './components/facts.js';
import { ruleOf } from './reasons.js';

type Case = Schema<'RestrictionCaseView'>;

export const load = ({ params: { municipality = '', restrictionId = '' }, get }: LoadContext) =>
  get(restrictionCaseQuery(municipality, restrictionId));

/** A warning or suspension from what was considered, over what the person says, to its end. */
export default function RestrictionCasePage() {
  const { t } = useTranslation('redress-staff');
  const { t: reports } = useTranslation('reports');
  const { slug } = useMunicipality();
  const path = usePath();
  const { restrictionId = '' } = useParams();
  const restriction = useSuspenseQuery(restrictionCaseQuery(slug, restrictionId)).data;
  const { state, outcome, kind, proposedDays, answerBy, answer, can } = restriction;
  const rule = ruleOf(restriction.reasonCode);
  return (
    <Page
      title={t('restriction.title', { name: restriction.person ?? t('restriction.gone') })}
      lead={t(`restrict.state.${state}`)}
      breadcrumbs={[{ label: t('moderation'), to: path('moderation') }]}
      width="text"
      hidden
    >
      {!outcome && <Blockers reasons={restriction.blockers} />}
      <div role="status">
        {outcome && (
          <Answered
            title={t(`restriction.outcome.${outcome}`)}
            tone={outcome === 'dropped' ? 'info' : 'warning'}
            text={restriction.reason}
            by={restriction.decidedBy}
            at={restriction.decidedAt}
          >
            {restriction.liftedReason && (
              <p>
                {t('restriction.lifted')}: {restriction.liftedReason}
              </p>
            )}
          </Answered>
        )}
      </div>
      <Facts
        items={{
          [t('restriction.considered')]:
            kind === 'warning'
              ? t('restrict.step.warning')
              : proposedDays === null
                ? t('restrict.step.endless')
                : t('restrict.stepDays', { count: proposedDays }),
          [t('restriction.answerBy')]: state === 'hearing' && answerBy && <Clock due={answerBy} />,
          [t('restriction.provisional')]: state === 'hearing' && restriction.provisionalUntil && (
            <Time at={restriction.provisionalUntil} style="moment" />
          ),
          [t('restriction.ends')]: restriction.endsAt && <Time at={restriction.endsAt} style="moment" />,
          [t('rule')]: rule && reports(`reasons.${rule}`),
          [t('restrict.facts')]: <Prose text={restriction.facts} lang={restriction.language} />,
          [t('restrict.deviation')]: restriction.deviation,
          [t('restriction.opened')]: restriction.openedBy,
        }}
      />
      <section className="mv-flow" aria-labelledby="answer">
        <Heading level={2} size="xs" id="answer">
          {t('restriction.answer')}
        </Heading>
        {answer ? (
          <blockquote className="mv-judged-text">
            <Prose text={answer} />
          </blockquote>
        ) : (
          <p className="mv-note">{t(answerBy ? 'restriction.noAnswer' : 'restriction.notHeard')}</p>
        )}
      </section>
      <Evidence items={restriction.evidence} />
      {(can.suspend || can.warn || can.drop) && <Decide key={restriction.id} restriction={restriction} />}
      {can.lift && <Lift restriction={restriction} />}
    </Page>
  );
}

function Decide({ restriction }: { restriction: Case }) {
  const { t } = useTranslation('redress-staff');
  const { slug, language } = useMunicipality();
  const { id, can, kind, proposedDays } = restriction;
  const { mutateAsync } = useMutation(decideRestriction(slug, id));
  const form = useForm({
    draft: `restriction-case:${id}`,
    initial: {
      outcome: '' as Schema<'RestrictionOutcome'> | '',
      days: proposedDays === null ? '' : String(proposedDays),
      reason: '',
    },
    submit: ({ outcome, days, reason }) =>
      mutateAsync({
        outcome: outcome as Schema<'RestrictionOutcome'>,
        days: outcome === 'suspension' && days !== '' ? Number(days) : null,
        reason,
      }),
    after: 'keep',
  });
  const outcome = form.field('outcome', t('restriction.decision'));
  const choices = [
    can.suspend && ('suspension' as const),
    can.warn && ('warning' as const),
    can.drop && ('dropped' as const),
  ].filter((choice) => choice !== false);
  return (
    <section className="mv-panel mv-flow" aria-labelledby="decide">
      <Heading level={2} size="xs" id="decide">
        {t('restriction.decide')}
      </Heading>
      <Form form={form} submit={t('decideIt')}>
        <RadioGroup
          {...outcome}
          onChange={(value) => outcome.onChange(value as Schema<'RestrictionOutcome'>)}
          options={choices.map((value) => ({ value, label: t(`restriction.choice.${value}`) }))}
        />
        {outcome.value === 'suspension' && kind === 'suspension' && (
          <TextField
            {...form.field('days', t('restrict.days'))}
            type="number"
            min={1}
            max={proposedDays ?? 366}
            width="short"
            hint={
              can.withoutEnd && proposedDays === null
                ? t('restriction.endlessHint')
                : t('restriction.daysHint')
            }
          />
        )}
        <TextArea
          {...form.field('reason', t('restriction.reason'))}
          hint={t('restriction.reasonHint')}
          lang={language}
          rows={5}
          max={4000}
        />
      </Form>
    </section>
  );
}

function Lift({ restriction: { id } }: { restriction: Case }) {
  const { t } = useTranslation('redress-staff');
  const { slug, language } = useMunicipality();
  const { mutateAsync } = useMutation(liftRestriction(slug, id));
  const form = useForm({ draft: `lift:${id}`, initial: { reason: '' }, submit: (body) => mutateAsync(body) });
  return (
    <section className="mv-panel mv-flow" aria-labelledby="lift">
      <Heading level={2} size="xs" id="lift">
        {t('lift.title')}
      </Heading>
      <Form form={form} submit={t('lift.submit')}>
        <TextArea
          {...form.field('reason', t('restriction.reason'))}
          hint={t('restriction.reasonHint')}
          lang={language}
          rows={3}
          max={LIMITS.reason.max}
        />
      </Form>
    </section>
  );
}
