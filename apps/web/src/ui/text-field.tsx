import { useEarly } from './early.js';
import { PersonalData } from './personal-data.js';
import { described, FieldFrame, type FieldBase } from './field.js';

interface TextFieldProps extends FieldBase<string> {
  type?:
    'text' | 'email' | 'password' | 'search' | 'date' | 'datetime-local' | 'number' | 'url' | 'tel' | 'time';
  autoComplete?: string;
  inputMode?: 'text' | 'numeric' | 'decimal' | 'email';
  min?: string | number;
  max?: string | number;
  width?: 'short' | 'full';
  /** Everyone will read it: what tells too much of a person is marked. */
  published?: boolean;
}

export function TextField(props: TextFieldProps) {
  const {
    label,
    hint,
    problem,
    optional,
    value,
    onChange,
    type = 'text',
    width,
    name,
    published,
    ...rest
  } = props;
  const field = useEarly<HTMLInputElement>(value, onChange);
  return (
    <FieldFrame {...{ name, label, hint, problem, optional }}>
      <input
        className="ds-input"
        ref={field}
        type={type}
        value={value}
        data-width={width}
        aria-required={optional ? undefined : true}
        onChange={(event) => onChange(event.target.value)}
        {...described({ name, problem, hint })}
        {...rest}
      />
      {published && <PersonalData {...{ name, value, onChange }} />}
    </FieldFrame>
  );
}
