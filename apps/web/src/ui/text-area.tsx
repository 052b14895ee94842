import { useEffect, useState } from 'react';
import { useTranslation } from '../i18n/use-translation.js';
import { useEarly } from './early.js';
import { described, fieldId, FieldFrame, type FieldBase } from './field.js';
import { PersonalData } from './personal-data.js';

interface TextAreaProps extends FieldBase<string> {
  rows?: number;
  /** Most characters. More can be typed, and is then said to be too much: a pasted text is never cut. */
  max?: number;
  lang?: string;
  /** Everyone will read it: what tells too much of a person is marked. */
  published?: boolean;
}

export function TextArea({
  label,
  hint,
  problem,
  optional,
  value,
  onChange,
  rows = 5,
  max,
  name,
  lang,
  published,
}: TextAreaProps) {
  const attributes = described({ name, problem, hint });
  const field = useEarly<HTMLTextAreaElement>(value, onChange);
  const counter = max === undefined ? undefined : `${fieldId(name)}-counter`;
  return (
    <FieldFrame {...{ name, label, hint, problem, optional }}>
      <textarea
        className="ds-input"
        ref={field}
        rows={rows}
        value={value}
        lang={lang}
        aria-required={optional ? undefined : true}
        onChange={(event) => onChange(event.target.value)}
        {...attributes}
        aria-describedby={[attributes['aria-describedby'], counter].filter(Boolean).join(' ') || undefined}
      />
      {published && <PersonalData {...{ name, value, onChange }} />}
      {max !== undefined && <Counter id={counter} length={value.length} max={max} />}
    </FieldFrame>
  );
}

function Counter({ id, length, max }: { id: string | undefined; length: number; max: number }) {
  const { t } = useTranslation();
  const left = max - length;
  const text = left < 0 ? t('form.over', { count: -left }) : t('form.left', { count: left });
  const spoken = useSettled(left < max * 0.1 ? text : '');
  return (
    <>
      <p id={id} className="mv-counter" data-over={left < 0 || undefined}>
        {text}
      </p>
      <p className="ds-sr-only" role="status">
        {spoken}
      </p>
    </>
  );
}

/** Spoken when the fingers rest, and only near the end: not after every letter. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 1000);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
