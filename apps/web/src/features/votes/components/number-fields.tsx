import type { FieldProblem } from '@medvind/contracts';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useFormat } from '../../../lib/format.js';
import { FieldError, fieldId } from '../../../ui/field.js';
import { Select } from '../../../ui/select.js';
import { TextField } from '../../../ui/text-field.js';
import type { Vote } from '../api/vote.js';
import { handedOut, type BallotValues } from '../choice.values.js';

interface NumberFieldsProps {
  vote: Vote;
  numbers: BallotValues['numbers'];
  onChange: (numbers: BallotValues['numbers']) => void;
  problemOf: (field: string) => FieldProblem | undefined;
}

/** Few enough to choose from a list. */
const MOST_LISTED = 20;

/** A score, or a part of the sum, for each option. */
export function NumberFields({ vote, numbers, onChange, problemOf }: NumberFieldsProps) {
  const { t } = useTranslation('votes');
  const { number } = useFormat();
  const { kind, options, most } = vote;
  const highest = most ?? 0;
  const field = (key: string, title: string, text: string) => ({
    name: `option-${key}`,
    label: title,
    hint: text || undefined,
    value: numbers[key] ?? '',
    onChange: (value: string) => onChange({ ...numbers, [key]: value }),
    problem: problemOf(`option-${key}`),
  });
  const ofSum = problemOf('numbers');
  const left = highest - handedOut(numbers);
  return (
    <fieldset
      className="mv-choices"
      id={fieldId('numbers')}
      tabIndex={-1}
      aria-describedby={ofSum && `${fieldId('numbers')}-fault`}
    >
      <legend className="ds-label" data-weight="medium">
        {t(`${kind === 'scores' ? 'scores' : 'allotment'}.label`, { most: number(highest) })}
      </legend>
      <p className="mv-note">
        {t(`${kind === 'scores' ? 'scores' : 'allotment'}.hint`, { most: number(highest) })}
      </p>
      {options.map(({ key, title, text }) =>
        kind === 'scores' && highest <= MOST_LISTED ? (
          <Select
            key={key}
            {...field(key, title, text)}
            optional
            placeholder={t('scores.none')}
            options={Array.from({ length: highest + 1 }, (_, score) => ({
              value: String(score),
              label: number(score),
            }))}
          />
        ) : (
          <TextField
            key={key}
            {...field(key, title, text)}
            type="number"
            inputMode="numeric"
            min={0}
            max={highest}
            width="short"
            optional
          />
        ),
      )}
      <FieldError name="numbers" problem={ofSum} />
      {kind === 'allotment' && (
        <p role="status" className="mv-said">
          {!ofSum &&
            (left >= 0
              ? t('allotment.left', { left: number(left), sum: number(highest) })
              : t('allotment.over', { over: number(-left), sum: number(highest) }))}
        </p>
      )}
    </fieldset>
  );
}
