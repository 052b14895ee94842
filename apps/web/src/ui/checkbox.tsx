import { described, FieldError, fieldId, type FieldBase } from './field.js';

export function Checkbox({ name, label, value, onChange, problem, hint }: FieldBase<boolean>) {
  return (
    <div className="mv-check">
      <input
        className="ds-input"
        type="checkbox"
        checked={value}
        onChange={(event) => onChange(event.target.checked)}
        {...described({ name, problem, hint })}
      />
      <label className="ds-label" data-weight="regular" htmlFor={fieldId(name)}>
        {label}
      </label>
      {hint && (
        <div className="mv-check-hint" id={`${fieldId(name)}-hint`}>
          {hint}
        </div>
      )}
      <FieldError name={name} problem={problem} />
    </div>
  );
}
