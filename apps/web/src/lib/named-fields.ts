import type { Form } from './form.js';

/** A form of which several stand on one page: its fields' names, and so their ids, end in something of its own. */
export function namedFields<Values extends object>(form: Form<Values>, suffix: string) {
  const nameOf = (name: string) => `${name}-${suffix}`;
  return {
    form: { ...form, faults: form.faults.map((fault) => ({ ...fault, field: nameOf(fault.field) })) },
    field: <Name extends keyof Values & string>(name: Name, label: string) => ({
      ...form.field(name, label),
      name: nameOf(name),
    }),
  };
}
