import type { Form } from '../../../lib/form.js';
import type { RecordValues } from '../record-values.js';

type Rows = 'phases' | 'participants';

/** A field of one row of a list: named as the API names it ("phases.0.from"), kept as part of the list. */
export function rowField<List extends Rows, Key extends keyof RecordValues[List][number] & string>(
  form: Form<RecordValues>,
  list: List,
  index: number,
  key: Key,
  label: string,
) {
  const name = `${list}.${index}.${key}`;
  // The form knows the list as one value; by this it learns what the summary of errors calls the part.
  const { problem } = form.field(name as keyof RecordValues, label);
  const rows = form.values[list] as Record<string, string>[];
  return {
    name,
    label,
    value: rows[index]?.[key] ?? '',
    problem,
    onChange: (value: string) =>
      form.set(
        list,
        rows.map((row, at) =>
          at === index ? { ...row, [key]: value } : row,
        ) as unknown as RecordValues[List],
      ),
  };
}
