interface CompactSelectProps {
  name: string;
  label: string;
  /** Said where the list around it already shows what it is. */
  hideLabel?: boolean;
  value: string;
  onChange: (value: string) => void;
  options: { value: string; label: string }[];
  /** What the empty value means; without it there is none. */
  empty?: string;
}

/** A choice that acts at once or belongs to a toolbar: no fault can come of it. */
export function CompactSelect(props: CompactSelectProps) {
  const { name, label, hideLabel, value, onChange, options, empty } = props;
  return (
    <div className="mv-compact">
      {!hideLabel && (
        <label className="ds-label" data-weight="medium" htmlFor={`choose-${name}`}>
          {label}
        </label>
      )}
      <select
        className="ds-input"
        id={`choose-${name}`}
        name={name}
        value={value}
        aria-label={hideLabel ? label : undefined}
        onChange={(event) => onChange(event.target.value)}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
