import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from '../i18n/use-translation.js';
import type { Form as FormState } from '../lib/form.js';
import { useHydrated } from '../lib/use-hydrated.js';
import { Button, type ButtonProps } from './button.js';
import { fieldId } from './field.js';
import { useFaultText, useProblemText } from './problem-text.js';
import { useToast } from './toast.js';

interface FormProps {
  form: Pick<FormState<never>, 'onSubmit' | 'busy' | 'problem' | 'faults' | 'attempt'>;
  /** What the button does: "Send", "Opret konto". */
  submit: string;
  /** What is wrong keeps it from being saved: it goes to nobody. */
  saves?: boolean;
  /** Beside the button, e.g. to give up. */
  secondary?: ReactNode;
  label?: string;
  children: ReactNode;
}

/** A form with its errors on top, its fields, and its one main button. */
export function Form({ form, submit, saves, secondary, label, children }: FormProps) {
  return (
    // Until the page has woken a native submit would put what is typed into the address.
    <form className="mv-form" method="post" noValidate onSubmit={form.onSubmit} aria-label={label}>
      <FormErrors form={form} saves={saves} />
      {children}
      <div className="mv-actions">
        <SubmitButton busy={form.busy}>{submit}</SubmitButton>
        {secondary}
      </div>
    </form>
  );
}

/** Sends nothing until the page has woken: the browser by itself would leave the page, and lose what is typed. */
export function SubmitButton(props: Omit<ButtonProps, 'type'>) {
  const awake = useHydrated();
  return (
    <>
      {/* Enter in a field presses the form's first button for sending; one that is disabled keeps it from that. */}
      {!awake && <input type="submit" disabled hidden />}
      <Button {...props} type={awake ? 'submit' : 'button'} />
    </>
  );
}

/** Takes the focus after a failed attempt, names each fault and leads to its field; one that is a sentence is all it says. */
export function FormErrors({ form, saves }: Pick<FormProps, 'form' | 'saves'>) {
  const { t } = useTranslation();
  const text = useProblemText();
  const faultText = useFaultText();
  const toast = useToast();
  const summary = useRef<HTMLDivElement>(null);
  const [first, ...others] = form.faults;
  const linkTo = (fault: (typeof form.faults)[number]) => (
    <a
      className="ds-link"
      href={`#${fieldId(fault.name)}`}
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(fieldId(fault.name))?.focus();
      }}
    >
      {fault.sentence ?? `${fault.label}: ${faultText(fault)}`}
    </a>
  );
  useEffect(() => {
    if (form.attempt === 0 || !summary.current) return;
    // What went well before must not be read as the answer to this.
    toast(null);
    summary.current.focus();
  }, [form.attempt, toast]);
  if (!form.problem) return null;
  return (
    <div className="ds-error-summary" ref={summary} tabIndex={-1} role="alert">
      {first?.sentence && others.length === 0 ? (
        <h2>{linkTo(first)}</h2>
      ) : first ? (
        <>
          <h2>{t(saves ? 'form.faultsSaved' : 'form.faults', { count: form.faults.length })}</h2>
          <ul className="ds-list">
            {form.faults.map((fault) => (
              <li key={fault.field}>{linkTo(fault)}</li>
            ))}
          </ul>
        </>
      ) : (
        <>
          <h2>{t('form.failed')}</h2>
          <p className="ds-paragraph">{text(form.problem)}</p>
        </>
      )}
    </div>
  );
}
