import type { ReactNode } from 'react';
import { described, FieldError, fieldId, type FieldBase } from './field.js';

export interface Choice {
  value: string;
  label: string;
  hint?: string;
  /** What those that belong together are called, where there are many. */
  group?: string;
}

interface GroupProps<Value> extends FieldBase<Value> {
  options: Choice[];
}

/** One of a few. */
export function RadioGroup({ value, onChange, ...group }: GroupProps<string>) {
  return (
    <Group
      {...group}
      type="radio"
      isChosen={(option) => option === value}
      onChoose={(option) => onChange(option)}
    />
  );
}

/** Any of a few. */
export function CheckboxGroup({ value, onChange, ...group }: GroupProps<string[]>) {
  return (
    <Group
      {...group}
      type="checkbox"
      isChosen={(option) => value.includes(option)}
      onChoose={(option, on) =>
        onChange(on ? [...value, option] : value.filter((chosen) => chosen !== option))
      }
    />
  );
}

interface GroupFrameProps extends Omit<GroupProps<unknown>, 'value' | 'onChange'> {
  type: 'radio' | 'checkbox';
  isChosen: (option: string) => boolean;
  onChoose: (option: string, on: boolean) => void;
}

function Group({
  name,
  label,
  hint,
  problem,
  options,
  type,
  isChosen,
  onChoose,
}: GroupFrameProps): ReactNode {
  const attributes = described({ name, problem, hint });
  const choice = (option: Choice) => {
    const id = `${fieldId(name)}-${option.value}`;
    return (
      <div className="mv-check" key={option.value}>
        <input
          className="ds-input"
          type={type}
          id={id}
          name={name}
          checked={isChosen(option.value)}
          aria-describedby={option.hint ? `${id}-hint` : undefined}
          onChange={(event) => onChoose(option.value, event.target.checked)}
        />
        <label className="ds-label" data-weight="regular" htmlFor={id}>
          {option.label}
        </label>
        {option.hint && (
          <div className="mv-check-hint" id={`${id}-hint`}>
            {option.hint}
          </div>
        )}
      </div>
    );
  };
  return (
    <fieldset
      className="mv-choices"
      id={attributes.id}
      tabIndex={-1}
      aria-describedby={attributes['aria-describedby']}
    >
      <legend className="ds-label" data-weight="medium">
        {label}
      </legend>
      {hint && (
        <div className="mv-check-hint" id={`${fieldId(name)}-hint`}>
          {hint}
        </div>
      )}
      {[...new Set(options.map(({ group }) => group))].map((group, index) => {
        const choices = options.filter((option) => option.group === group).map(choice);
        const id = `${attributes.id}-group-${index}`;
        return group === undefined ? (
          choices
        ) : (
          <div className="mv-choices" role="group" aria-labelledby={id} key={group}>
            <span className="ds-label" data-weight="medium" id={id}>
              {group}
            </span>
            {choices}
          </div>
        );
      })}
      <FieldError name={name} problem={problem} />
    </fieldset>
  );
}
