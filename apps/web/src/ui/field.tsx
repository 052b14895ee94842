import type { FieldProblem } from '@medvind/contracts';
import type { ReactNode } from 'react';
import { useTranslation } from '../i18n/use-translation.js';
import { useFaultText } from './problem-text.js';

/** What every field takes; `{...form.field('title', t('form.title'))}` gives all but the hint. */
export interface FieldBase<Value> {
  name: string;
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  problem?: FieldProblem;
  hint?: ReactNode;
  /** Most fields are needed, so the others are marked. */
  optional?: boolean;
}

/** The id of a field by its name: labels, the summary of errors and the focus use it. */
export const fieldId = (name: string): string => `field-${name.replaceAll('.', '-')}`;

/** What ties an input to its hint and its error. */
export const described = ({
  name,
  problem,
  hint,
}: Pick<FieldBase<unknown>, 'name' | 'problem' | 'hint'>) => ({
  id: fieldId(name),
  name,
  'aria-invalid': problem ? true : undefined,
  'aria-describedby':
    [hint && `${fieldId(name)}-hint`, problem && `${fieldId(name)}-fault`].filter(Boolean).join(' ') ||
    undefined,
});

export function FieldError({ name, problem }: { name: string; problem: FieldProblem | undefined }) {
  const text = useFaultText();
  if (!problem) return null;
  return (
    <p className="ds-validation-message" data-color="danger" id={`${fieldId(name)}-fault`}>
      {text(problem)}
    </p>
  );
}

interface FieldFrameProps extends Pick<
  FieldBase<unknown>,
  'name' | 'label' | 'hint' | 'problem' | 'optional'
> {
  children: ReactNode;
}

export function FieldFrame({ name, label, hint, problem, optional, children }: FieldFrameProps) {
  const { t } = useTranslation();
  return (
    <div className="ds-field mv-field">
      <label className="ds-label" data-weight="medium" htmlFor={fieldId(name)}>
        {label}
        {optional && <span className="mv-optional"> {t('form.optional')}</span>}
      </label>
      {hint && (
        <div data-field="description" id={`${fieldId(name)}-hint`}>
          {hint}
        </div>
      )}
      {children}
      <FieldError name={name} problem={problem} />
    </div>
  );
}
