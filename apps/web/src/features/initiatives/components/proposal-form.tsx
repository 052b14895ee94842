import { LIMITS } from '@medvind/contracts';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { lazy, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useForm } from '../../../lib/form.js';
import { missing, tooShort } from '../../../lib/form-store.js';
import { useMunicipality, usePath } from '../../../lib/municipality.js';
import { useHydrated } from '../../../lib/use-hydrated.js';
import { Alert } from '../../../ui/alert.js';
import { Button } from '../../../ui/button.js';
import { Form, FormErrors } from '../../../ui/form.js';
import { Optional } from '../../../ui/optional.js';
import { useProblemText } from '../../../ui/problem-text.js';
import { Select } from '../../../ui/select.js';
import { TextArea } from '../../../ui/text-area.js';
import { TextField } from '../../../ui/text-field.js';
import { useToast } from '../../../ui/toast.js';
import type { Initiative } from '../api/initiatives.js';
import { invitationMutation, publishMutation, saveDraftMutation } from '../api/proposal.js';
import { ruleQuery } from '../api/rule.js';
import { placeMutation } from '../api/place.js';
import { PlaceField, placeIn, typedPlace } from './place-field.js';
import { ProposalReview } from './proposal-review.js';
import { RulePreview } from './rule-preview.js';
import { SimilarInitiatives } from './similar-initiatives.js';

// Most proposals are words.
const PictureField = lazy(() => import('./picture-field.js'));

interface ProposalFormProps {
  goalId: string;
  /** The draft that is gone on with. */
  draft?: Initiative;
  /** Why nothing can be published here now. */
  blocker?: { type: string };
}

export function ProposalForm({ goalId, draft, blocker }: ProposalFormProps) {
  const { t } = useTranslation('initiatives');
  const { slug } = useMunicipality();
  const path = usePath();
  const navigate = useNavigate();
  const [, setSearch] = useSearchParams();
  const toast = useToast();
  const problemText = useProblemText();
  const save = useMutation(saveDraftMutation(slug));
  const place = useMutation(placeMutation(slug));
  const publish = useMutation(publishMutation(slug));
  const invite = useMutation(invitationMutation(slug));
  const { t: words } = useTranslation('scheme');
  const { scheme } = useSuspenseQuery(ruleQuery(slug)).data;
  const lengths = scheme?.window.closesOn === null ? scheme.window.choices : [];
  const asksFirst = (scheme?.coProposers.min ?? 0) > 0;
  // A draft that was saved and then not published is written on, not begun again.
  const [savedId] = useState(() => ({ current: draft?.id }));
  const publishes = useRef(true);
  const [picturedId, setPicturedId] = useState(draft?.id);
  const awake = useHydrated();
  const [reviewing, setReviewing] = useState(false);

  const form = useForm({
    draft: `proposal:${draft?.id ?? goalId}`,
    initial: {
      title: draft?.title ?? '',
      text: draft?.text ?? '',
      windowChoice: String(draft?.windowChoice ?? scheme?.window.choices[0] ?? ''),
      ...typedPlace(draft),
    },
    // A draft may be short.
    check: (values) =>
      publishes.current && !blocker
        ? [
            ...tooShort(values, 'title', LIMITS.title.min),
            ...tooShort(values, 'text', LIMITS.initiativeText.min),
          ]
        : missing(values, 'title'),
    submit: async ({ title, text, windowChoice, ...at }) => {
      const body = { title, text, ...(lengths.length > 1 && { windowChoice: Number(windowChoice) }) };
      const written = await save.mutateAsync({ goalId, initiativeId: savedId.current, body });
      savedId.current = written.id;
      const saved = await place.mutateAsync({ initiativeId: written.id, body: placeIn(at) });
      if (!publishes.current || blocker) return saved;
      return asksFirst ? invite.mutateAsync(saved.id) : publish.mutateAsync(saved.id);
    },
    after: 'keep',
    done: ({ id, state, held }) => {
      if (state === 'draft' && !held) {
        toast(t('propose.saved'));
        setSearch({ draft: id }, { replace: true, preventScrollReset: true });
      } else {
        toast(t(held ? 'propose.held' : state === 'confirming' ? 'propose.asked' : 'propose.published'));
        void navigate(path('initiatives', id));
      }
    },
  });
  const send = (publishing: boolean) => {
    publishes.current = publishing;
    form.onSubmit();
  };
  /** A picture belongs to a draft; there is one as soon as it has a title. */
  const savedForPicture = async () => {
    publishes.current = false;
    if (!form.passes()) return null;
    const { title, text } = form.values;
    const { id } = await save.mutateAsync({ goalId, initiativeId: savedId.current, body: { title, text } });
    savedId.current = id;
    setPicturedId(id);
    return id;
  };
  const review = () => {
    publishes.current = true;
    setReviewing(form.passes());
  };
  // What the API finds at a field is mended at the field.
  if (reviewing && form.faults.length === 0)
    return (
      <ProposalReview {...form.values}>
        <FormErrors form={form} />
        <div className="mv-actions">
          <Button busy={form.busy} onClick={() => send(true)}>
            {t(asksFirst ? 'propose.askCoProposers' : 'propose.publish')}
          </Button>
          <Button variant="secondary" onClick={() => setReviewing(false)}>
            {t('propose.back')}
          </Button>
        </div>
      </ProposalReview>
    );
  return (
    <Form
      form={{
        ...form,
        onSubmit: (event) => {
          event?.preventDefault();
          if (blocker) send(true);
          else review();
        },
      }}
      submit={t(blocker ? 'propose.saveDraft' : 'propose.review')}
      secondary={
        !blocker && (
          <Button variant="secondary" busy={form.busy} onClick={() => send(false)}>
            {t('propose.saveDraft')}
          </Button>
        )
      }
    >
      {blocker && (
        <Alert tone="warning" title={t('propose.blocked')}>
          {problemText({ code: blocker.type as 'rule-missing' })}
        </Alert>
      )}
      <TextField {...form.field('title', t('propose.titleField'))} hint={t('propose.titleHint')} published />
      <SimilarInitiatives {...form.values} goalId={goalId} />
      <TextArea
        {...form.field('text', t('propose.textField'))}
        hint={t('propose.textHint')}
        max={scheme?.lengths.text ?? LIMITS.initiativeText.max}
        published
        rows={10}
      />
      <PlaceField form={form} />
      {awake && (
        <Optional>
          <PictureField initiativeId={picturedId} saved={savedForPicture} />
        </Optional>
      )}
      {lengths.length > 1 && (
        <Select
          {...form.field('windowChoice', t('propose.window'))}
          options={lengths.map((length) => ({
            value: String(length),
            label: words(scheme?.window.unit === 'days' ? 'withinDays' : 'withinMonths', { count: length }),
          }))}
        />
      )}
      <RulePreview />
    </Form>
  );
}
