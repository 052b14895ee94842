import {
  findPersonalData,
  isIdentity,
  withoutFinding,
  withoutFindings,
  type Finding,
} from '@medvind/personal-data';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '../i18n/use-translation.js';
import { Alert } from './alert.js';
import { Button } from './button.js';
import { fieldId, type FieldBase } from './field.js';

export type PersonalDataProps = Pick<FieldBase<string>, 'name' | 'value' | 'onChange'>;

/** Loaded with the first letter. Says nothing while one is still in the middle of a number. */
export default function PersonalDataHelper({ name, value, onChange }: PersonalDataProps) {
  const { t } = useTranslation('personal-data');
  const settled = useSettled(value);
  const [taken, setTaken] = useState<{ before: string; after: string } | null>(null);
  const undo = useRef<HTMLButtonElement>(null);
  // A box that comes and goes with every letter would move what is below it: it changes when one pauses.
  const findings = findPersonalData(settled).filter(
    ({ start, end }) => settled.slice(start, end) === value.slice(start, end),
  );
  const words = {
    cpr: t('words.cpr'),
    personnummer: t('words.personnummer'),
    phone: t('words.phone'),
    email: t('words.email'),
  };
  const replace = (after: string) => {
    setTaken({ before: value, after });
    onChange(after);
  };
  const undoable = taken?.after === value;
  useEffect(() => {
    // The button that was pressed is gone with what it stood for.
    if (taken) undo.current?.focus();
  }, [taken]);
  const never = findings.filter(isIdentity).length;
  return (
    <div className="mv-personal-data">
      {findings.length > 0 && (
        <Alert tone={never ? 'danger' : 'warning'} title={t(never ? 'never.title' : 'ask.title')}>
          <p>{t(never ? 'never.text' : 'ask.text')}</p>
          <ul>
            {findings.map((finding) => {
              const { kind, start, end } = finding;
              const written = value.slice(start, end);
              return (
                <li key={start}>
                  <span>
                    {t(`kinds.${kind}`)} <mark>{written}</mark>
                  </span>
                  <Button
                    size="sm"
                    variant="secondary"
                    aria-label={t('removeThis', { written })}
                    onClick={() => replace(withoutFinding(value, finding, words))}
                  >
                    {t('remove')}
                  </Button>
                  <Button
                    size="sm"
                    variant="tertiary"
                    aria-label={t('showThis', { written })}
                    onClick={() => select(name, finding)}
                  >
                    {t('show')}
                  </Button>
                </li>
              );
            })}
          </ul>
          {findings.length > 1 && (
            <Button size="sm" onClick={() => replace(withoutFindings(value, findings, words))}>
              {t('removeAll')}
            </Button>
          )}
        </Alert>
      )}
      {undoable && (
        <p className="mv-personal-data-undo">
          <span>{t('removed')}</span>
          <button
            ref={undo}
            type="button"
            className="mv-text-button"
            onClick={() => {
              setTaken(null);
              onChange(taken.before);
              document.getElementById(fieldId(name))?.focus();
            }}
          >
            {t('undo')}
          </button>
        </p>
      )}
      <p className="ds-sr-only" role="status">
        {findings.length > 0 &&
          t('spoken', { kinds: [...new Set(findings.map(({ kind }) => t(`kinds.${kind}`)))].join(', ') })}
      </p>
    </div>
  );
}

/** Where it stands, selected in the field. */
function select(name: string, { start, end }: Finding) {
  const field = document.getElementById(fieldId(name)) as HTMLTextAreaElement | null;
  field?.focus();
  field?.setSelectionRange(start, end);
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 500);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
