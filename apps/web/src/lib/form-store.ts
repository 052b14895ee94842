import type { FieldProblem } from '@medvind/contracts';
import { ApiProblem, toProblem } from './api-problem.js';
import { forgetDraft, keepDraft, readDraft } from './drafts.js';
import type { Entering } from './entry.js';

export interface FormOptions<Values extends object, Result> {
  /** Under this key what is typed is kept until it has been sent. Without it nothing is kept. */
  draft?: string;
  initial: Values;
  /** Fields that are never kept, such as a password. */
  secret?: (keyof Values)[];
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

  constructor(public options: FormOptions<Values, Result>) {
    this.state = { values: options.initial, problem: undefined, attempt: 0, busy: false };
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  snapshot = (): FormState<Values> => this.state;

  /** Only once the page has woken: the server knows of no draft. */
  restore(): void {
    const { draft } = this.options;
    const kept = draft ? readDraft<Partial<Values>>(draft) : undefined;
    if (kept) this.put({ values: { ...this.state.values, ...kept } });
  }

  set = <Name extends keyof Values>(name: Name, value: Values[Name]): void => {
    const values = { ...this.state.values, [name]: value };
    this.put({ values, problem: withoutFault(this.state.problem, String(name)) });
    if (this.options.draft) keepDraft(this.options.draft, values, this.options.secret);
  };

  reset = (values: Values = this.options.initial): void => {
    if (this.options.draft) forgetDraft(this.options.draft);
    this.put({ values, problem: undefined });
  };

  send = async (enter: Entering): Promise<void> => {
    // Not a matter of what is rendered: a second click may come before that.
    if (this.state.busy) return;
    this.put({ busy: true });
    const { values } = this.state;
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
      this.put({ busy: false, problem: toProblem(cause), attempt: this.state.attempt + 1 });
    }
  };

  private put(change: Partial<FormState<Values>>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
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
