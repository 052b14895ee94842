import type { FieldProblem } from '@medvind/contracts';
import { useEffect, useRef, useState, useSyncExternalStore, type FormEvent } from 'react';
import { useEntering } from './entry.js';
import { FormStore, type FormOptions, type FormState } from './form-store.js';

export interface Field<Value> {
  name: string;
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  problem: FieldProblem | undefined;
}

export interface Form<Values extends object> extends FormState<Values> {
  set: <Name extends keyof Values>(name: Name, value: Values[Name]) => void;
  /** Everything a field component needs. The label is also what the summary of errors calls it. */
  field: <Name extends keyof Values & string>(name: Name, label: string) => Field<Values[Name]>;
  onSubmit: (event?: FormEvent) => void;
  /** For a form of several steps: whether its `check` finds nothing. */
  passes: () => boolean;
  /** For a form of several steps: what was wrong at the step before is not said at this one. */
  forgive: () => void;
  /** Faults in fields, with the labels the fields were given; a form that says it better has a sentence instead. */
  faults: (FieldProblem & { label: string; name: string; sentence?: string })[];
  reset: (values?: Values) => void;
}

export function useForm<Values extends object, Result>(options: FormOptions<Values, Result>): Form<Values> {
  const [store] = useState(() => new FormStore(options));
  const state = useSyncExternalStore(store.subscribe, store.snapshot, store.snapshot);
  const enter = useEntering();
  const labels = useRef(new Map<string, string>());

  useEffect(() => {
    store.options = options;
  });
  useEffect(() => void store.restore(), [store, options.draft]);

  const { values, problem } = state;
  const nameOf = (field: string) => (options.within ? `${options.within}.${field}` : field);
  return {
    ...state,
    set: store.set,
    reset: store.reset,
    passes: store.passes,
    forgive: store.forgive,
    field: (name, label) => {
      labels.current.set(name, label);
      return {
        name: nameOf(name),
        label,
        value: values[name],
        onChange: (value) => store.set(name, value),
        problem: problem?.fields.find((fault) => fault.field === name),
      };
    },
    onSubmit: (event) => {
      event?.preventDefault();
      void store.send(enter);
    },
    faults: (problem?.fields ?? []).map((fault) => ({
      ...fault,
      label: labels.current.get(fault.field) ?? fault.field,
      name: nameOf(fault.field),
    })),
  };
}
