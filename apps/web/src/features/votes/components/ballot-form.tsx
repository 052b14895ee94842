import { useMutation } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useForm } from '../../../lib/form.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { Button } from '../../../ui/button.js';
import { CheckboxGroup, RadioGroup } from '../../../ui/choices.js';
import { Form } from '../../../ui/form.js';
import { ballotMutation, type Vote } from '../api/vote.js';
import { choiceOf, faultsOf, isBlank, valuesOf } from '../choice.values.js';
import { useWorded } from './ballot-words.js';
import { NumberFields } from './number-fields.js';
import { RankingField } from './ranking-field.js';

interface BallotFormProps {
  vote: Vote;
  onCast: () => void;
  onCancel?: (() => void) | undefined;
}

/** The ballot of any kind; what is chosen and not yet sent outlives a reload. */
export function BallotForm({ vote, onCast, onCancel }: BallotFormProps) {
  const { t } = useTranslation('votes');
  const { slug } = useMunicipality();
  const { mutateAsync } = useMutation(ballotMutation(slug, vote.id));
  const form = useForm({
    draft: `ballot:${vote.id}`,
    initial: valuesOf(vote),
    check: (values) => faultsOf(vote, values),
    // What is chosen `check` has seen.
    submit: (values) => mutateAsync(choiceOf(vote, values)),
    done: onCast,
  });
  const faults = useWorded(vote, form);
  const problemOf = (field: string) => faults.find((fault) => fault.field === field);
  const choice = choiceOf(vote, form.values);
  // One touch is enough to vote blank: the button says that it does.
  const isUnsaid = choice !== null && typeof choice !== 'string' && isBlank(choice);
  const act = vote.mine?.choice ? (isUnsaid ? 'changeBlank' : 'change') : isUnsaid ? 'castBlank' : 'cast';
  const set: typeof form.set = (name, value) => {
    form.set(name, value);
    form.forgive();
  };
  const { kind, most, options } = vote;
  const choices = options.map(({ key, title, text }) => ({
    value: key,
    label: title,
    ...(text && { hint: text }),
  }));
  return (
    <Form
      form={{ ...form, faults }}
      submit={t(`ballot.${act}`)}
      label={t('ballot.title')}
      secondary={
        onCancel && (
          <Button
            variant="tertiary"
            onClick={() => {
              form.reset();
              onCancel();
            }}
          >
            {t('ballot.keep')}
          </Button>
        )
      }
    >
      {kind === 'for-against' && (
        <RadioGroup
          {...form.field('single', t('ballot.yours'))}
          problem={problemOf('single')}
          options={(['for', 'against', 'blank'] as const).map((value) => ({
            value,
            label: t(`forAgainst.${value}`),
          }))}
        />
      )}
      {kind === 'choose' &&
        (most === 1 ? (
          <RadioGroup
            {...form.field('single', t('ballot.yours'))}
            options={[...choices, { value: 'blank', label: t('forAgainst.blank') }]}
          />
        ) : (
          <CheckboxGroup
            {...form.field('chosen', t('choose.label', { most: most ?? options.length }))}
            problem={problemOf('chosen')}
            hint={t('choose.hint')}
            options={choices}
          />
        ))}
      {kind === 'choose' && most !== null && most > 1 && (
        <p role="status" className="mv-said">
          {!problemOf('chosen') &&
            form.values.chosen.length > most &&
            t('choose.over', { given: form.values.chosen.length, most })}
        </p>
      )}
      {kind === 'ranking' && (
        <RankingField vote={vote} ranked={form.values.ranked} onChange={(ranked) => set('ranked', ranked)} />
      )}
      {(kind === 'scores' || kind === 'allotment') && (
        <NumberFields
          vote={vote}
          numbers={form.values.numbers}
          onChange={(numbers) => set('numbers', numbers)}
          problemOf={problemOf}
        />
      )}
      <p className="mv-note">{t(vote.hidden ? 'ballot.secretHidden' : 'ballot.secret')}</p>
    </Form>
  );
}
