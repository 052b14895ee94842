import type { FieldProblem } from '@medvind/contracts';
import { ApiProblem, toProblem } from './api-problem.js';
import { forgetDraft, keepDraft, readDraft } from './drafts.js';
import type { Entering } from './entry.js';

export interface FormOptions<Values extends object, Result> {
  /** Where a page has several forms: what the names of this one's fields begin with. */
  within?: string;
  /** Under this key what is typed is kept until it has been sent. Without it nothing is kept. */
  draft?: string;
  initial: Values;
  /** Fields that are never kept, such as a password. */
  secret?: (keyof Values)[];
  /** What can be seen to be wrong before anybody is asked to sign in; the API still checks all of it. */
  check?: (values: Values) => FieldProblem[];
  /** Sends the values. An `ApiProblem` it throws is shown: at its fields, or above the form. */
  submit: (values: Values) => Promise<Result>;
  done?: (result: Result, values: Values) => void;
  /** What the form holds after a success: `initial` again, unless told. */
  after?: 'reset' | 'keep';
}

export interface FormState<Values> {
  values: Values;
  problem: ApiProblem | undefined;
  /** Counts failed attempts, so that the summary of errors takes the focus after each. */
  attempt: number;
  busy: boolean;
}

/** A form without its looks. */
export class FormStore<Values extends object, Result> {
  state: FormState<Values>;
  private readonly listeners = new Set<() => void>();
  private restored = false;

  constructor(public options: FormOptions<Values, Result>) {
    this.state = { values: options.initial, problem: undefined, attempt: 0, busy: false };
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  snapshot = (): FormState<Values> => this.state;

  /** Only once the page has woken: the server knows of no draft. */
  restore(): Partial<Values> {
    const { draft } = this.options;
    const kept = draft ? readDraft<Partial<Values>>(draft) : undefined;
    this.restored = true;
    if (kept) this.put({ values: { ...this.state.values, ...kept } });
    return kept ?? {};
  }

  set = <Name extends keyof Values>(name: Name, value: Values[Name]): void => {
    // Typed before the page had woken: neither this nor what was kept is lost.
    const both = this.restored ? value : joined(this.restore()[name], value);
    const values = { ...this.state.values, [name]: both };
    this.put({ values, problem: withoutFault(this.state.problem, String(name)) });
    // Kept with every letter: there is no moment at which leaving loses the last words.
    if (this.options.draft) keepDraft(this.options.draft, values, this.options.secret);
  };

  reset = (values: Values = this.options.initial): void => {
    if (this.options.draft) forgetDraft(this.options.draft);
    this.put({ values, problem: undefined });
  };

  /** What was wrong is shown no more: one has gone on to where it is not about. */
  forgive = (): void => {
    if (this.state.problem) this.put({ problem: undefined });
  };

  /** Whether `check` finds nothing; what it finds is shown. */
  passes = (): boolean => {
    const fields = this.options.check?.(this.state.values) ?? [];
    if (fields.length > 0) this.fail(new ApiProblem({ ...INVALID, details: { fields } }));
    return fields.length === 0;
  };

  send = async (enter: Entering): Promise<void> => {
    // Not a matter of what is rendered: a second click may come before that.
    if (this.state.busy) return;
    if (!this.passes()) return;
    const { values } = this.state;
    this.put({ busy: true });
    try {
      const result = await enter(() => this.options.submit(values));
      if (this.options.draft) forgetDraft(this.options.draft);
      this.put({
        busy: false,
        problem: undefined,
        ...(this.options.after !== 'keep' && { values: this.options.initial }),
      });
      this.options.done?.(result, values);
    } catch (cause) {
      this.fail(toProblem(cause));
    }
  };

  private fail(problem: ApiProblem): void {
    this.put({ busy: false, problem, attempt: this.state.attempt + 1 });
  }

  private put(change: Partial<FormState<Values>>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}

const INVALID = { code: 'invalid-input', status: 422 } as const;

/** A field left empty that cannot be, or too short for what it is. */
export const tooShort = <Values extends object>(
  values: Values,
  field: keyof Values & string,
  min: number,
): FieldProblem[] => {
  const { length } = String(values[field]).trim();
  if (length === 0) return [{ field, code: 'required' }];
  return length < min ? [{ field, code: 'too-short', limits: { min } }] : [];
};

/** A field that says more than it may. */
export const tooLong = <Values extends object>(
  values: Values,
  field: keyof Values & string,
  max = Infinity,
): FieldProblem[] =>
  [...String(values[field]).trim()].length > max ? [{ field, code: 'too-long', limits: { max } }] : [];

/** Fields left empty that cannot be. */
export const missing = <Values extends object>(
  values: Values,
  ...names: (keyof Values & string)[]
): FieldProblem[] =>
  names
    .filter((name) => String(values[name]).trim() === '')
    .map((field) => ({ field, code: 'required' as const }));

function joined<Value>(kept: Value | undefined, early: Value): Value {
  if (typeof kept !== 'string' || typeof early !== 'string' || early.includes(kept)) return early;
  return (kept.includes(early) ? kept : `${kept} ${early}`) as Value;
}

/** A fault is gone when its field is touched; with the last one the summary goes too. */
function withoutFault(problem: ApiProblem | undefined, field: string): ApiProblem | undefined {
  if (!problem?.fields.some((fault) => fault.field === field)) return problem;
  const fields: FieldProblem[] = problem.fields.filter((fault) => fault.field !== field);
  if (fields.length === 0) return undefined;
  return new ApiProblem({
    code: problem.code,
    status: problem.status,
    details: { ...problem.details, fields },
  });
}
