import { described, FieldFrame, type FieldBase } from '../../../ui/field.js';

/** A document from the person's own machine. */
export function FileField({
  value: _value,
  onChange,
  accept,
  ...base
}: FieldBase<File | null> & { accept: string }) {
  return (
    <FieldFrame {...base}>
      <input
        className="ds-input mv-file"
        type="file"
        accept={accept}
        onChange={(event) => onChange(event.target.files?.[0] ?? null)}
        {...described(base)}
      />
    </FieldFrame>
  );
}
