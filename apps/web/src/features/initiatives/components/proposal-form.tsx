import type { Schema } from '@medvind/api-client';
import { LIMITS, type FieldProblem } from '@medvind/contracts';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useTranslation } from '../../../i18n/use-translation.js';
import { forgetDraft, keepDraft } from '../../../lib/drafts.js';
import { useForm } from '../../../lib/form.js';
import { missing, tooLong, tooShort } from '../../../lib/form-store.js';
import { useMunicipality, usePath } from '../../../lib/municipality.js';
import { Alert } from '../../../ui/alert.js';
import { Button, LinkButton } from '../../../ui/button.js';
import { Form } from '../../../ui/form.js';
import { useProblemText } from '../../../ui/problem-text.js';
import { useToast } from '../../../ui/toast.js';
import type { Initiative } from '../api/initiatives.js';
import { placeMutation } from '../api/place.js';
import { invitationMutation, publishMutation, saveDraftMutation } from '../api/proposal.js';
import { ruleQuery } from '../api/rule.js';
import { stepOfFaults, type ProposalValues, type Step } from '../proposal-steps.js';
import { placeIn, typedPlace } from './place-field.js';
import { ProposalIdea } from './proposal-idea.js';
import { ProposalPeople } from './proposal-people.js';
import { ProposalPlace } from './proposal-place.js';
import { ProposalReview } from './proposal-review.js';

/** What a button of the form is for. */
type Purpose = 'next' | 'later' | 'publish';

interface ProposalFormProps {
  goalId: string;
  /** The draft that is gone on with. */
  draft?: Initiative;
  /** Why nothing can be published here now. */
  blocker?: { type: string };
  steps: readonly Step[];
  step: Step;
}

const keyOf = (of: string) => `proposal:${of}`;

const textIn = (
  { title, text, windowChoice }: ProposalValues,
  lengths: readonly number[],
): Schema<'InitiativeInput'> => ({
  title,
  text,
  ...(lengths.length > 1 && { windowChoice: Number(windowChoice) }),
});

/** What differs from this is not saved yet. */
const written = (values: ProposalValues, lengths: readonly number[]) => ({
  text: JSON.stringify(textIn(values, lengths)),
  place: JSON.stringify(placeIn(values)),
});

/** A proposal step by step; each is an address of its own, and what is typed is saved as a draft between them. */
export function ProposalForm({ goalId, draft, blocker, steps, step }: ProposalFormProps) {
  const { t } = useTranslation('initiatives');
  const { t: words } = useTranslation('proposal-steps');
  const { slug } = useMunicipality();
  const path = usePath();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const [leadsTo, setLeadsTo] = useState('');
  // Nothing is asked any more: whoever goes back to a step while the page is on its way is led there all the same.
  useEffect(() => {
    if (leadsTo) void navigate(leadsTo, { replace: true });
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [leadsTo, search]);
  const toast = useToast();
  const problemText = useProblemText();
  const save = useMutation(saveDraftMutation(slug));
  const place = useMutation(placeMutation(slug));
  const publish = useMutation(publishMutation(slug));
  const invite = useMutation(invitationMutation(slug));
  const { scheme } = useSuspenseQuery(ruleQuery(slug)).data;
  const lengths = scheme?.window.closesOn === null ? scheme.window.choices : [];
  const lengthsOf = scheme?.lengths ?? { title: LIMITS.title.max, text: LIMITS.initiativeText.max };
  const [initial] = useState<ProposalValues>(() => ({
    title: draft?.title ?? '',
    text: draft?.text ?? '',
    windowChoice: String(draft?.windowChoice ?? scheme?.window.choices[0] ?? ''),
    together: (scheme?.coProposers.min ?? 0) > 0 || draft?.state === 'confirming' ? 'yes' : 'no',
    ...typedPlace(draft),
  }));
  const [savedId, setSavedId] = useState(draft?.id);
  // Of what runs already, which sees no later render.
  const now = useRef({
    purpose: 'next' as Purpose,
    draft,
    saved: draft ? written(initial, lengths) : undefined,
  });

  const checks: Record<Step, (values: ProposalValues) => FieldProblem[]> = {
    idea: (values) => [
      ...tooShort(values, 'title', LIMITS.title.min),
      ...tooLong(values, 'title', lengthsOf.title),
      ...tooShort(values, 'text', LIMITS.initiativeText.min),
      ...tooLong(values, 'text', lengthsOf.text),
    ],
    place: () => [],
    people: () => [],
    review: () => [],
  };
  const form = useForm<ProposalValues, Initiative>({
    draft: keyOf(savedId ?? goalId),
    initial,
    check: (values) => {
      // A draft may be short.
      if (now.current.purpose === 'later') return missing(values, 'title');
      const asked = now.current.purpose === 'next' ? [step] : steps;
      return asked.flatMap((one) => checks[one](values));
    },
    submit: async (values) => {
      const kept = await saved(values);
      if (now.current.purpose !== 'publish') return kept;
      if (values.together !== 'yes') return publish.mutateAsync(kept.id);
      // They are asked already, about exactly this.
      return kept.state === 'confirming' ? kept : invite.mutateAsync(kept.id);
    },
    after: 'keep',
    done: ({ id, state, held }, values) => {
      const { purpose } = now.current;
      if (purpose === 'publish') {
        toast(t(held ? 'propose.held' : state === 'confirming' ? 'propose.asked' : 'propose.published'));
        for (const of of [goalId, id]) forgetDraft(keyOf(of));
        setLeadsTo(path('initiatives', id));
        return;
      }
      // The one thing a draft does not know.
      keepDraft(keyOf(id), { together: values.together });
      if (purpose === 'next') goTo(steps[steps.indexOf(step) + 1] ?? step, id);
      else toast(t('propose.saved'));
    },
  });

  /** What is typed, as a draft: written anew only where it says something else, for what was confirmed is it as it was. */
  const saved = async (values: ProposalValues, reopens = false): Promise<Initiative> => {
    const { draft: known, saved: before } = now.current;
    const typed = written(values, lengths);
    const isSame = before?.text === typed.text && before.place === typed.place;
    if (known && isSame && !reopens) return known;
    let kept = await save.mutateAsync({ goalId, initiativeId: known?.id, body: textIn(values, lengths) });
    now.current.draft = kept;
    if (!known) {
      // From here on it is that draft's, also after a reload.
      forgetDraft(keyOf(goalId));
      keepDraft(keyOf(kept.id), values);
      setSavedId(kept.id);
      setSearch({ draft: kept.id }, { replace: true });
    }
    if (before?.place !== typed.place)
      kept = await place.mutateAsync({ initiativeId: kept.id, body: placeIn(values) });
    now.current.draft = kept;
    now.current.saved = typed;
    return kept;
  };
  const goTo = (to: Step, id: string) => setSearch({ draft: id, ...(to !== 'idea' && { step: to }) });
  const send = (purpose: Purpose) => {
    now.current.purpose = purpose;
    form.onSubmit();
  };
  /** A picture belongs to a draft, and what others look at does not change under their eyes. */
  const draftForPicture = async () => (await saved(form.values, now.current.draft?.state !== 'draft')).id;

  const faultsAt = stepOfFaults(form.faults);
  const heading = useHeading(step, () => {
    // Where something is wrong here, the summary of it has the focus.
    if (faultsAt === step) return false;
    form.forgive();
    return true;
  });
  useEffect(() => {
    // What the API finds at a field is mended at the field.
    if (faultsAt && faultsAt !== step && savedId) goTo(faultsAt, savedId);
    // Only after an attempt: with the faults still there one may walk on.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [form.attempt]);

  const title = form.field('title', t('propose.titleField'));
  const text = form.field('text', t('propose.textField'));
  const isLast = step === 'review';
  const before = steps[steps.indexOf(step) - 1];
  const needed = scheme?.coProposers.min ?? 0;
  return (
    <section className="mv-step" aria-labelledby="step">
      <h2 className="ds-heading" data-size="md" id="step" tabIndex={-1} ref={heading}>
        <span className="mv-step-place">
          {words('place', { place: steps.indexOf(step) + 1, count: steps.length })}
          <span className="ds-sr-only">: </span>
        </span>
        {words(`title.${step}`)}
      </h2>
      {blocker && (step === 'idea' || isLast) && (
        <Alert tone="warning" title={t('propose.blocked')}>
          {problemText({ code: blocker.type as 'rule-missing' })}
        </Alert>
      )}
      <Form
        form={{
          ...form,
          onSubmit: (event) => {
            event?.preventDefault();
            send(!isLast ? 'next' : blocker ? 'later' : 'publish');
          },
        }}
        submit={
          !isLast
            ? words('next')
            : t(
                blocker
                  ? 'propose.saveDraft'
                  : form.values.together === 'yes'
                    ? 'propose.askCoProposers'
                    : 'propose.publish',
              )
        }
        secondary={
          <>
            {before && savedId && (
              <LinkButton variant="secondary" to={addressOf(savedId, before)}>
                {words('back')}
              </LinkButton>
            )}
            {!(isLast && blocker) && (
              <Button variant="tertiary" onClick={() => send('later')}>
                {t('propose.saveDraft')}
              </Button>
            )}
          </>
        }
      >
        {step === 'idea' && <ProposalIdea title={title} text={text} goalId={goalId} lengths={lengthsOf} />}
        {step === 'place' && (
          <ProposalPlace
            form={form}
            initiativeId={savedId}
            saved={draftForPicture}
            images={scheme?.images ?? 0}
          />
        )}
        {step === 'people' && scheme && (
          <ProposalPeople
            {...scheme.coProposers}
            min={needed}
            field={form.field('together', words('people.choose'))}
          />
        )}
        {isLast && (
          <ProposalReview
            values={form.values}
            initiativeId={savedId}
            steps={steps}
            addressOf={(to) => addressOf(savedId ?? '', to)}
            lengths={lengths}
            window={form.field('windowChoice', t('propose.window'))}
          />
        )}
      </Form>
    </section>
  );
}

const addressOf = (draft: string, step: Step): string =>
  `?${new URLSearchParams({ draft, ...(step !== 'idea' && { step }) }).toString()}`;

/** At a step change keyboard and screen reader go on at its heading; a page that is opened is where the browser puts it. */
function useHeading(step: Step, takesFocus: () => boolean) {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    if (!takesFocus()) return;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView();
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [step]);
  return heading;
}
