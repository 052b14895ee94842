import type { Schema } from '@medvind/api-client';
import { useInfiniteQuery, useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useForm } from '../../../lib/form.js';
import { useFormat } from '../../../lib/format.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { Button } from '../../../ui/button.js';
import { Checkbox } from '../../../ui/checkbox.js';
import { FormErrors, SubmitButton } from '../../../ui/form.js';
import { Heading } from '../../../ui/heading.js';
import { Icon } from '../../../ui/icon.js';
import { Link } from '../../../ui/link.js';
import { Select } from '../../../ui/select.js';
import { ShowMore } from '../../../ui/show-more.js';
import { TextField } from '../../../ui/text-field.js';
import { Time } from '../../../ui/time.js';
import { useToast } from '../../../ui/toast.js';
import { allInputsQuery } from '../api/action-inputs.js';
import { candidatesQuery, type CandidateWish } from '../api/candidates.js';
import { linkInputs } from '../api/link-inputs.js';
import { goalChoices } from '../wording.js';

type Plan = Schema<'PlanView'>;
type Action = Schema<'ActionView'>;
type Candidate = Schema<'CandidateView'>;
type Chosen = Pick<Schema<'ActionInputView'>, 'kind' | 'id' | 'reference' | 'path' | 'text' | 'language'>;

const chosenOf = ({ kind, id, reference, path, text, language }: Chosen): Chosen => ({
  kind,
  id,
  reference,
  path,
  text,
  language,
});

/**
 * What an action builds on. Chosen first and saved together: in a published plan their authors are told, and that
 * cannot be taken back.
 */
export function InputPicker({ plan, action }: { plan: Plan; action: Action }) {
  const { t } = useTranslation('action-plans-staff');
  const { slug } = useMunicipality();
  const toast = useToast();
  const { data: linked } = useSuspenseQuery(allInputsQuery(slug, action.id));
  const { mutateAsync } = useMutation(linkInputs(slug, plan.id, action.id));
  const form = useForm({
    draft: `action-inputs:${action.id}`,
    initial: { chosen: linked.map(chosenOf) },
    after: 'keep',
    submit: ({ chosen }) =>
      mutateAsync({
        commentIds: chosen.filter(({ kind }) => kind === 'comment').map(({ id }) => id),
        initiativeIds: chosen.filter(({ kind }) => kind === 'initiative').map(({ id }) => id),
      }),
    done: () => toast(t('input.saved')),
  });
  const { chosen } = form.values;
  const saved = new Set(linked.map(({ id }) => id));
  const isSaved = chosen.length === saved.size && chosen.every(({ id }) => saved.has(id));
  const choose = (input: Chosen, on: boolean) =>
    form.set('chosen', [...chosen.filter(({ id }) => id !== input.id), ...(on ? [chosenOf(input)] : [])]);
  return (
    <section className="mv-flow" aria-labelledby="inputs">
      <Heading level={2} id="inputs">
        {t('input.title')}
      </Heading>
      <p className="mv-note">{t('input.lead')}</p>
      <form className="mv-panel mv-flow" method="post" onSubmit={form.onSubmit} aria-label={t('input.title')}>
        <FormErrors form={form} />
        <p role="status">
          <strong>{t('input.chosen', { count: chosen.length })}</strong>
          {!isSaved && ` · ${t('input.unsaved')}`}
        </p>
        {chosen.length > 0 && (
          <ul className="mv-voices">
            {chosen.map((input) => (
              <li key={input.id} className="mv-row">
                <ChosenInput input={input} />
                <Button
                  variant="tertiary"
                  size="sm"
                  color="neutral"
                  data-icon="true"
                  icon="close"
                  aria-label={t('input.remove', { reference: input.reference })}
                  onClick={() => choose(input, false)}
                />
              </li>
            ))}
          </ul>
        )}
        {plan.publishedAt && <p className="mv-note">{t('input.publishedNote')}</p>}
        <div className="mv-actions">
          <SubmitButton busy={form.busy}>{t('input.save')}</SubmitButton>
        </div>
      </form>
      <Finder plan={plan} action={action} chosen={new Set(chosen.map(({ id }) => id))} onChoose={choose} />
    </section>
  );
}

function ChosenInput({ input: { kind, reference, path, text, language } }: { input: Chosen }) {
  const { slug } = useMunicipality();
  return (
    <div className="mv-row-text">
      {kind === 'comment' ? <q lang={language}>{text}</q> : <strong lang={language}>{text}</strong>} (
      <Link to={`/${slug}/${path}`}>{reference}</Link>)
    </div>
  );
}

interface FinderProps {
  plan: Plan;
  action: Action;
  chosen: ReadonlySet<string>;
  onChoose: (input: Chosen, on: boolean) => void;
}

function Finder({ plan, action, chosen, onChoose }: FinderProps) {
  const { t } = useTranslation('action-plans-staff');
  const { slug } = useMunicipality();
  const [wish, setWish] = useState<CandidateWish>({
    goalId: action.goal?.id ?? '',
    search: '',
    everywhere: false,
  });
  const [typed, setTyped] = useState('');
  const { data, fetchNextPage, isFetching } = useInfiniteQuery(candidatesQuery(slug, plan.id, wish));
  const found = data?.pages.flatMap(({ items }) => items) ?? [];
  const search = (event: FormEvent) => {
    event.preventDefault();
    setWish({ ...wish, search: typed.trim() });
  };
  return (
    <section className="mv-flow" aria-labelledby="find">
      <Heading level={3} id="find">
        {t('input.find')}
      </Heading>
      <form role="search" className="mv-finder" onSubmit={search}>
        <TextField
          name="search"
          label={t('input.search')}
          hint={t('input.searchHint')}
          type="search"
          value={typed}
          onChange={setTyped}
          optional
        />
        {!wish.everywhere && (
          <Select
            name="candidateGoal"
            label={t('input.goal')}
            value={wish.goalId}
            onChange={(goalId) => setWish({ ...wish, goalId })}
            options={goalChoices(plan)}
            placeholder={t('input.allGoals')}
            optional
          />
        )}
        <Checkbox
          name="everywhere"
          label={t('input.everywhere')}
          value={wish.everywhere}
          onChange={(everywhere) => setWish({ ...wish, everywhere })}
        />
        <SubmitButton variant="secondary" busy={isFetching}>
          {t('input.go')}
        </SubmitButton>
      </form>
      <div aria-busy={isFetching || undefined}>
        {data && found.length === 0 ? (
          <p role="status">{t('input.none')}</p>
        ) : (
          <ul className="mv-rows" aria-label={t('input.results')}>
            {found.map((candidate) => (
              <li key={candidate.id} className="mv-row">
                <CandidateChoice
                  candidate={candidate}
                  chosen={chosen.has(candidate.id)}
                  onChoose={(on) => onChoose(candidate, on)}
                />
              </li>
            ))}
          </ul>
        )}
      </div>
      <ShowMore next={data?.pages.at(-1)?.next} busy={isFetching} onMore={() => void fetchNextPage()} />
    </section>
  );
}

function CandidateChoice({
  candidate,
  chosen,
  onChoose,
}: {
  candidate: Candidate;
  chosen: boolean;
  onChoose: (on: boolean) => void;
}) {
  const { t } = useTranslation('action-plans-staff');
  const { list } = useFormat();
  const { slug, language } = useMunicipality();
  const { kind, id, reference, path, text, support, processes, usedIn } = candidate;
  return (
    <div className="mv-check mv-candidate">
      <input
        className="ds-input"
        type="checkbox"
        id={`choose-${id}`}
        checked={chosen}
        aria-label={t('input.choose', { reference })}
        aria-describedby={`text-${id}`}
        onChange={(event) => onChoose(event.target.checked)}
      />
      <div className="mv-row-text">
        {/* A click on the text chooses it too; its name for a screen reader is the short one. */}
        <label htmlFor={`choose-${id}`} id={`text-${id}`} lang={candidate.language}>
          {kind === 'comment' ? text : <strong>{text}</strong>}
        </label>
        <p className="mv-note">
          <Link to={`/${slug}/${path}`}>{reference}</Link> ·{' '}
          <span lang={language}>{candidate.goalTitle}</span> · <Time at={candidate.createdAt} style="short" />
          {support > 0 && ` · ${t(kind === 'comment' ? 'input.agree' : 'input.support', { count: support })}`}
        </p>
        {processes.length > 0 && (
          <p className="mv-note" lang={language}>
            <Icon name="check" /> {t('input.linked', { list: list(processes) })}
          </p>
        )}
        {usedIn.length > 0 && <p className="mv-note">{t('input.used', { list: list(usedIn) })}</p>}
      </div>
    </div>
  );
}
