import { findPersonalData } from '@medvind/personal-data';
import type { Schema } from '@medvind/api-client';
import { useId, useRef } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import type { Field } from '../../../lib/form.js';
import { Button } from '../../../ui/button.js';
import { FieldError, fieldId } from '../../../ui/field.js';

export type Passage = Schema<'PassageInput'>;

/** What looks like personal data in a text, to begin from. */
export const likelyPassages = (text: string): Passage[] =>
  findPersonalData(text).map(({ start, end }) => ({ from: start, text: text.slice(start, end) }));

interface PassagesProps extends Field<Passage[]> {
  text: string;
  lang: string;
}

/** What is to be taken out of a text: marked with the mouse or with Shift and the arrow keys, then added. */
export function Passages({ text, lang, name, label, value, onChange, problem }: PassagesProps) {
  const { t } = useTranslation('moderation');
  const area = useRef<HTMLTextAreaElement>(null);
  const list = useId();
  const add = () => {
    const { selectionStart: from = 0, selectionEnd: to = 0 } = area.current ?? {};
    const marked = text.slice(from, to);
    if (marked.trim() === '' || value.some((passage) => passage.from === from && passage.text === marked))
      return;
    onChange([...value, { from, text: marked }].toSorted((a, b) => a.from - b.from));
  };
  return (
    <div className="ds-field mv-field" id={fieldId(name)} tabIndex={-1} role="group" aria-label={label}>
      <label className="ds-label" data-weight="medium" htmlFor={`${list}-text`}>
        {t('edit.text')}
      </label>
      <div data-field="description" id={`${list}-hint`}>
        {t('edit.hint')}
      </div>
      <textarea
        className="ds-input"
        id={`${list}-text`}
        aria-describedby={`${list}-hint`}
        ref={area}
        readOnly
        lang={lang}
        rows={Math.min(10, Math.max(3, Math.ceil(text.length / 60)))}
        value={text}
      />
      <div>
        <Button variant="secondary" size="sm" icon="plus" onClick={add}>
          {t('edit.add')}
        </Button>
      </div>
      <p className="ds-label" data-weight="medium" id={list}>
        {label}
      </p>
      {value.length === 0 ? (
        <p className="mv-note">{t('edit.none')}</p>
      ) : (
        <ul className="mv-passages" aria-labelledby={list}>
          {value.map((passage) => (
            <li key={`${passage.from}-${passage.text}`}>
              <mark lang={lang}>{passage.text}</mark>
              <Button
                variant="tertiary"
                color="neutral"
                size="sm"
                aria-label={t('edit.remove', { text: passage.text })}
                onClick={() => onChange(value.filter((one) => one !== passage))}
              >
                {t('edit.leave')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <FieldError name={name} problem={problem} />
    </div>
  );
}
