import type { ReactNode } from 'react';
import type { Form } from '../../../lib/form.js';
import { Button } from '../../../ui/button.js';
import type { RecordValues } from '../record-values.js';

interface RecordRowsProps<List extends 'phases' | 'participants'> {
  form: Form<RecordValues>;
  list: List;
  words: { title: string; hint: string; add: string };
  /** What row `n` is called, and what takes it away. */
  row: (n: number) => { name: string; remove: string };
  /** What a new row begins with. */
  begin: () => RecordValues[List][number];
  /** The fields of one row. */
  children: (index: number) => ReactNode;
}

/** A list in the record: as many rows as one adds, each with its fields. */
export function RecordRows<List extends 'phases' | 'participants'>(props: RecordRowsProps<List>) {
  const { form, list, words, row, begin, children } = props;
  const rows: RecordValues[List][number][] = form.values[list];
  const put = (next: typeof rows) => form.set(list, next as RecordValues[List]);
  return (
    <fieldset className="mv-record-rows">
      <legend className="ds-label" data-weight="medium">
        {words.title}
      </legend>
      <p className="mv-note">{words.hint}</p>
      {rows.map((_, index) => (
        <fieldset key={index} className="mv-record-row">
          <legend>{row(index + 1).name}</legend>
          {children(index)}
          <Button
            variant="tertiary"
            color="neutral"
            size="sm"
            icon="close"
            onClick={() => put(rows.filter((__, at) => at !== index))}
          >
            {row(index + 1).remove}
          </Button>
        </fieldset>
      ))}
      <div>
        <Button variant="secondary" size="sm" icon="plus" onClick={() => put([...rows, begin()])}>
          {words.add}
        </Button>
      </div>
    </fieldset>
  );
}
