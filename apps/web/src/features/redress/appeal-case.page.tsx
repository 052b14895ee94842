import type { Schema } from '@medvind/api-client';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { useTranslation } from '../../i18n/use-translation.js';
import { useForm } from '../../lib/form.js';
import { useFormat } from '../../lib/format.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { RadioGroup } from '../../ui/choices.js';
import { Form } from '../../ui/form.js';
import { Heading } from '../../ui/heading.js';
import { KeptOriginal } from '../../ui/kept-original.js';
import { Link } from '../../ui/link.js';
import { Page } from '../../ui/page.js';
import { Prose } from '../../ui/prose.js';
import { TextArea } from '../../ui/text-area.js';
import { Time } from '../../ui/time.js';
import { appealCaseQuery, decideAppeal, openOriginal } from './api/appeal-case.js';
import { Answered } from './components/answered.js';
import { Blockers } from './components/blockers.js';
import { Facts } from './components/facts.js';
import { Judged } from './components/judged.js';
import { RuleField } from './components/rule-field.js';
import { decidedOf, ruleOf } from './reasons.js';

export const load = ({ params: { municipality = '', appealId = '' }, get }: LoadContext) =>
  get(appealCaseQuery(municipality, appealId));

/** A decision looked at again, by somebody who had no part in it. */
export default function AppealCasePage() {
  const { t } = useTranslation('redress-staff');
  const { t: reports } = useTranslation('reports');
  const { slug, language } = useMunicipality();
  const { list } = useFormat();
  const path = usePath();
  const { appealId = '' } = useParams();
  const subject = useSuspenseQuery(appealCaseQuery(slug, appealId)).data;
  const { appeal, contribution, appellant, kind, what, can } = subject;
  const rule = ruleOf(subject.reasonCode);
  const { mutateAsync: openIt } = useMutation(openOriginal(slug, appealId));
  return (
    <Page
      title={t('appeal.title', { reference: contribution?.reference ?? appellant ?? '' })}
      lead={t('appeal.lead')}
      breadcrumbs={[{ label: t('moderation'), to: path('moderation') }]}
      width="text"
      hidden
    >
      <Blockers reasons={subject.blockers} />
      <div role="status">
        {appeal.outcome && (
          <Answered
            title={t(`appeal.outcome.${appeal.outcome}`)}
            tone={appeal.outcome === 'upheld' ? 'success' : 'info'}
            text={appeal.answer}
            at={appeal.decidedAt}
          />
        )}
      </div>
      <section className="mv-flow" aria-labelledby="said">
        <Heading level={2} size="xs" id="said">
          {t('appeal.said')}
        </Heading>
        <blockquote className="mv-judged-text">
          <p className="mv-note">
            {appellant ?? t('appeal.noAccount')} · <Time at={appeal.at} style="moment" />
          </p>
          <Prose text={appeal.text} lang={appeal.language} />
        </blockquote>
      </section>
      <section className="mv-flow" aria-labelledby="decided">
        <Heading level={2} size="xs" id="decided">
          {t('appeal.decided')}
        </Heading>
        <Facts
          items={{
            [t('appeal.what')]: t(`what.${decidedOf(what)}`),
            [t('rule')]: rule && reports(`reasons.${rule}`),
            [t('reason')]: subject.reason && <Prose text={subject.reason} lang={language} />,
            [t('by')]: list(subject.deciders),
            [t('at')]: <Time at={subject.decidedAt} style="moment" />,
          }}
        />
        {kind === 'restriction' && (
          <p>
            <Link to={path('moderation', 'restrictions', subject.subjectId)}>{t('appeal.restriction')}</Link>
          </p>
        )}
        {kind === 'notice' && (
          <p>
            <Link to={path('moderation', 'notices', subject.subjectId)}>{t('appeal.notice')}</Link>
          </p>
        )}
        {contribution && <Judged contribution={contribution} />}
        {can.open && (
          <>
            <p>{t('appeal.quarantined')}</p>
            <KeptOriginal
              id={appeal.id}
              purpose={t('appeal.purpose', { reference: contribution?.reference ?? '' })}
              open={openIt}
            />
          </>
        )}
      </section>
      {can.decide && <Decide key={appeal.id} subject={subject} />}
    </Page>
  );
}

function Decide({ subject }: { subject: Schema<'AppealCaseView'> }) {
  const { t } = useTranslation('redress-staff');
  const { slug, language } = useMunicipality();
  const { appeal, hides } = subject;
  const { mutateAsync } = useMutation(decideAppeal(slug, appeal.id));
  const form = useForm({
    draft: `appeal-case:${appeal.id}`,
    initial: {
      outcome: '' as Schema<'AppealOutcome'> | '',
      text: '',
      reasonCode: (ruleOf(subject.reasonCode) ?? '') as Schema<'ReasonCode'> | '',
    },
    submit: ({ outcome, text, reasonCode }) =>
      mutateAsync({
        outcome: outcome as Schema<'AppealOutcome'>,
        text,
        ...(hides && outcome === 'upheld' && { reasonCode: reasonCode || null }),
      }),
    after: 'keep',
  });
  const outcome = form.field('outcome', t('appeal.answer'));
  return (
    <section className="mv-panel mv-flow" aria-labelledby="decide">
      <Heading level={2} size="xs" id="decide">
        {t('appeal.decide')}
      </Heading>
      <Form form={form} submit={t('decideIt')}>
        <RadioGroup
          {...outcome}
          onChange={(value) => outcome.onChange(value as Schema<'AppealOutcome'>)}
          options={(['upheld', 'turned-down'] as const).map((value) => ({
            value,
            label: t(`appeal.choice.${value}`),
            hint: value === 'upheld' ? t(hides ? 'appeal.hides' : 'appeal.restores') : t('appeal.stands'),
          }))}
        />
        {hides && outcome.value === 'upheld' && <RuleField field={form.field('reasonCode', t('rule'))} />}
        <TextArea
          {...form.field('text', t('appeal.text'))}
          hint={t('appeal.textHint')}
          lang={language}
          rows={5}
          max={4000}
        />
      </Form>
    </section>
  );
}
