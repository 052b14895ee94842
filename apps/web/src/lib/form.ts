import type { FieldProblem } from '@medvind/contracts';
import { useCallback, useEffect, useRef, useState, type FormEvent } from 'react';
import { ApiProblem, toProblem } from './api-problem.js';
import { forgetDraft, keepDraft, readDraft } from './drafts.js';
import { useSignInPrompt } from './sign-in-prompt.js';

export interface FormOptions<Values extends object, Result> {
  /** Under this key what is typed is kept until it has been sent. Without it nothing is kept. */
  draft?: string;
  initial: Values;
  /** Fields that are never kept, such as a password. */
  secret?: (keyof Values)[];
  /** Sends the values. An `ApiProblem` it throws is shown: at its fields, or above the form. */
  submit: (values: Values) => Promise<Result>;
  done?: (result: Result, values: Values) => void;
  /** Values to go on with after a success; `initial` unless told. */
  after?: 'reset' | 'keep';
}

export interface Field<Value> {
  name: string;
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  problem: FieldProblem | undefined;
}

export interface Form<Values extends object> {
  values: Values;
  set: <Name extends keyof Values>(name: Name, value: Values[Name]) => void;
  /** Everything a field component needs. The label is also what the summary of errors calls it. */
  field: <Name extends keyof Values & string>(name: Name, label: string) => Field<Values[Name]>;
  onSubmit: (event?: FormEvent) => void;
  busy: boolean;
  problem: ApiProblem | undefined;
  /** Faults in fields by name, with the labels the fields were given. */
  faults: (FieldProblem & { label: string })[];
  /** Counts failed attempts, so that the summary takes the focus after each. */
  attempt: number;
  reset: (values?: Values) => void;
}

export function useForm<Values extends object, Result>(options: FormOptions<Values, Result>): Form<Values> {
  const latest = useRef(options);
  const [values, setValues] = useState(options.initial);
  const [problem, setProblem] = useState<ApiProblem>();
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const current = useRef(values);
  // State alone would let a second click through before the first has been rendered.
  const sending = useRef(false);
  const labels = useRef(new Map<string, string>());
  const askToSignIn = useSignInPrompt();

  useEffect(() => {
    latest.current = options;
  });

  const put = useCallback((next: Values) => {
    current.current = next;
    setValues(next);
  }, []);

  const { draft } = options;
  useEffect(() => {
    if (!draft) return;
    const kept = readDraft<Partial<Values>>(draft);
    if (kept) put({ ...current.current, ...kept });
  }, [draft, put]);

  const set: Form<Values>['set'] = (name, value) => {
    put({ ...current.current, [name]: value });
    if (options.draft) keepDraft(options.draft, current.current, options.secret);
    if (problem?.fields.some((fault) => fault.field === name)) {
      const fields = problem.fields.filter((fault) => fault.field !== name);
      const { code, status, details } = problem;
      setProblem(
        fields.length ? new ApiProblem({ code, status, details: { ...details, fields } }) : undefined,
      );
    }
  };

  const reset = (next: Values = latest.current.initial) => {
    put(next);
    setProblem(undefined);
    if (options.draft) forgetDraft(options.draft);
  };

  const send = async () => {
    if (sending.current) return;
    sending.current = true;
    setBusy(true);
    const sent = current.current;
    try {
      let result: Result;
      try {
        result = await latest.current.submit(sent);
      } catch (cause) {
        if (toProblem(cause).code !== 'not-signed-in' || !(await askToSignIn())) throw cause;
        result = await latest.current.submit(sent);
      }
      if (latest.current.draft) forgetDraft(latest.current.draft);
      setProblem(undefined);
      if (latest.current.after !== 'keep') put(latest.current.initial);
      latest.current.done?.(result, sent);
    } catch (cause) {
      setProblem(toProblem(cause));
      setAttempt((count) => count + 1);
    } finally {
      sending.current = false;
      setBusy(false);
    }
  };

  return {
    values,
    set,
    field: (name, label) => {
      labels.current.set(name, label);
      return {
        name,
        label,
        value: values[name],
        onChange: (value) => set(name, value),
        problem: problem?.fields.find((fault) => fault.field === name),
      };
    },
    onSubmit: (event) => {
      event?.preventDefault();
      void send();
    },
    busy,
    problem,
    faults: (problem?.fields ?? []).map((fault) => ({
      ...fault,
      label: labels.current.get(fault.field) ?? fault.field,
    })),
    attempt,
    reset,
  };
}
