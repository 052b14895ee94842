import type { Schema } from '@medvind/api-client';
import { LIMITS } from '@medvind/contracts';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useSearchParams } from 'react-router';
import { useTranslation } from '../../i18n/use-translation.js';
import { useForm } from '../../lib/form.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { Alert } from '../../ui/alert.js';
import { Checkbox } from '../../ui/checkbox.js';
import { CheckboxGroup, RadioGroup } from '../../ui/choices.js';
import { Form } from '../../ui/form.js';
import { Heading } from '../../ui/heading.js';
import { Link } from '../../ui/link.js';
import { Page } from '../../ui/page.js';
import { TextArea } from '../../ui/text-area.js';
import { TextField } from '../../ui/text-field.js';
import { Time } from '../../ui/time.js';
import { openRestriction, prospectQuery } from './api/restriction-case.js';
import { RuleField } from './components/rule-field.js';

const aboutOf = (search: URLSearchParams) => {
  const initiative = search.get('initiative');
  return initiative
    ? { kind: 'initiative' as const, id: initiative }
    : { kind: 'comment' as const, id: search.get('comment') ?? '' };
};

export const load = ({ params: { municipality = '' }, search, get }: LoadContext) =>
  get(prospectQuery(municipality, aboutOf(search)));

/** What the ladder offers; any other number of days can be typed. */
const STEPS = ['warning', '1', '7', '30', 'days', 'endless'] as const;
const BECAUSE = ['first-time', 'warned-before', 'suspended-before', 'long-ago'] as const;
const EXCERPT = 140;

const daysOf = (step: string, typed: string): number => Number(step === 'days' ? typed : step);

const excerptOf = (text: string): string => (text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text);

/** Before a warning or a suspension: what is proportional, on what it rests, and that the person is heard. */
export default function NewRestrictionPage() {
  const { t } = useTranslation('redress-staff');
  useTranslation('reports');
  const { slug } = useMunicipality();
  const path = usePath();
  const [search] = useSearchParams();
  const prospect = useSuspenseQuery(prospectQuery(slug, aboutOf(search))).data;
  const { name, suggested, earlier, openId } = prospect;
  return (
    <Page
      title={t('restrict.title', { name })}
      lead={t('restrict.lead')}
      breadcrumbs={[{ label: t('moderation'), to: path('moderation') }]}
      width="text"
      hidden
    >
      <section className="mv-panel mv-flow" aria-labelledby="suggested">
        <Heading level={2} size="xs" id="suggested">
          {t('restrict.suggested')}
        </Heading>
        <p className="mv-alert-title">
          {suggested.days === null
            ? t('restrict.step.warning')
            : t('restrict.stepDays', { count: suggested.days })}
        </p>
        <ul className="ds-list">
          {suggested.because.map(({ type, count, days }) => {
            const known = BECAUSE.find((code) => code === type);
            return known && <li key={type}>{t(`restrict.because.${known}`, { count, days })}</li>;
          })}
        </ul>
        {earlier.length > 0 && (
          <>
            <Heading level={3} size="2xs">
              {t('restrict.earlier')}
            </Heading>
            <ul className="ds-list">
              {earlier.map(({ id, state, days, at }) => (
                <li key={id}>
                  <Link to={path('moderation', 'restrictions', id)}>
                    {t(`restrict.state.${state}`)}
                    {days !== null && ` · ${t('restrict.stepDays', { count: days })}`}
                  </Link>{' '}
                  <Time at={at} />
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      {openId ? (
        <Alert tone="info">
          <p>
            {t('restrict.open')}{' '}
            <Link to={path('moderation', 'restrictions', openId)}>{t('restrict.openLink')}</Link>
          </p>
        </Alert>
      ) : (
        <ProposalForm key={prospect.personId} prospect={prospect} about={aboutOf(search).id} />
      )}
    </Page>
  );
}

function ProposalForm({ prospect, about }: { prospect: Schema<'RestrictionProspect'>; about: string }) {
  const { t } = useTranslation('redress-staff');
  const { slug, language } = useMunicipality();
  const path = usePath();
  const navigate = useNavigate();
  const { personId, suggested, evidence, hearingDays } = prospect;
  const { mutateAsync } = useMutation(openRestriction(slug, personId));
  const form = useForm({
    draft: `restrict:${personId}`,
    initial: {
      step: suggested.days === null ? 'warning' : String(suggested.days),
      days: '',
      reasonCode: '' as Schema<'ReasonCode'> | '',
      facts: '',
      evidence: [about],
      deviation: '',
      urgent: false,
    },
    submit: ({ step, days, reasonCode, facts, deviation, urgent, evidence: chosen }) => {
      const of = (kind: 'comment' | 'initiative') =>
        evidence.filter((item) => item.kind === kind && chosen.includes(item.id)).map(({ id }) => id);
      const length = step === 'endless' || step === 'warning' ? null : daysOf(step, days);
      return mutateAsync({
        kind: step === 'warning' ? 'warning' : 'suspension',
        days: length,
        reasonCode: reasonCode as Schema<'ReasonCode'>,
        facts,
        deviation,
        urgent: urgent && step !== 'warning',
        commentIds: of('comment'),
        initiativeIds: of('initiative'),
      });
    },
    done: ({ id }) => void navigate(path('moderation', 'restrictions', id)),
  });
  const { step, days } = form.values;
  const harsher = step === 'endless' || (step !== 'warning' && daysOf(step, days) > (suggested.days ?? 0));
  return (
    <Form form={form} submit={t(step === 'warning' ? 'restrict.warn' : 'restrict.hear')}>
      <RadioGroup
        {...form.field('step', t('restrict.what'))}
        options={STEPS.map((value) => ({
          value,
          label:
            value === 'warning' || value === 'days' || value === 'endless'
              ? t(`restrict.step.${value}`)
              : t('restrict.stepDays', { count: Number(value) }),
          ...(value === 'warning' && { hint: t('restrict.warningHint') }),
          ...(value === 'endless' && { hint: t('restrict.endlessHint') }),
        }))}
      />
      {step === 'days' && (
        <TextField
          {...form.field('days', t('restrict.days'))}
          type="number"
          min={1}
          max={366}
          width="short"
        />
      )}
      {step !== 'warning' && (
        <TextArea
          {...form.field('deviation', t('restrict.deviation'))}
          optional={!harsher}
          hint={harsher ? undefined : t('restrict.deviationHint')}
          rows={3}
          max={LIMITS.reason.max}
        />
      )}
      <RuleField field={form.field('reasonCode', t('rule'))} />
      <TextArea
        {...form.field('facts', t('restrict.facts'))}
        hint={t('restrict.factsHint')}
        lang={language}
        rows={5}
        max={4000}
      />
      <CheckboxGroup
        {...form.field('evidence', t('restrict.evidence'))}
        options={evidence.map(({ id, reference, text }) => ({
          value: id,
          label: reference,
          hint: excerptOf(text),
        }))}
      />
      {step !== 'warning' && (
        <>
          <Checkbox {...form.field('urgent', t('restrict.urgent'))} hint={t('restrict.urgentHint')} />
          <p className="mv-note">{t('restrict.heard', { count: hearingDays })}</p>
        </>
      )}
    </Form>
  );
}
