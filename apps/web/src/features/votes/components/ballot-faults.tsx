import { useEffect, useRef } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { fieldId } from '../../../ui/field.js';
import { useToast } from '../../../ui/toast.js';
import type { WordedFault } from './ballot-words.js';

/** The summary of a ballot's errors: where there is one, that is all it says. Takes the focus after each attempt. */
export function BallotFaults({ faults, attempt }: { faults: WordedFault[]; attempt: number }) {
  const { t } = useTranslation();
  const toast = useToast();
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt === 0 || !summary.current) return;
    // What went well before must not be read as the answer to this.
    toast(null);
    summary.current.focus();
  }, [attempt, toast]);
  const [first, ...others] = faults;
  if (!first) return null;
  return (
    <div className="ds-error-summary" ref={summary} tabIndex={-1} role="alert">
      {others.length === 0 ? (
        <h2>
          <Fault fault={first} />
        </h2>
      ) : (
        <>
          <h2>{t('form.faults', { count: faults.length })}</h2>
          <ul className="ds-list">
            {faults.map((fault) => (
              <li key={fault.field}>
                <Fault fault={fault} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Fault({ fault: { name, sentence } }: { fault: WordedFault }) {
  return (
    <a
      className="ds-link"
      href={`#${fieldId(name)}`}
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(fieldId(name))?.focus();
      }}
    >
      {sentence}
    </a>
  );
}
