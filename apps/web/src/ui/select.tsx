import { described, FieldFrame, type FieldBase } from './field.js';

export interface Option {
  value: string;
  label: string;
}

interface SelectProps extends FieldBase<string> {
  options: Option[];
  /** Shown for the empty value. */
  placeholder?: string;
}

export function Select({
  label,
  hint,
  problem,
  optional,
  value,
  onChange,
  options,
  placeholder,
  name,
}: SelectProps) {
  return (
    <FieldFrame {...{ name, label, hint, problem, optional }}>
      <select
        className="ds-input"
        value={value}
        aria-required={optional ? undefined : true}
        onChange={(event) => onChange(event.target.value)}
        {...described({ name, problem, hint })}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
