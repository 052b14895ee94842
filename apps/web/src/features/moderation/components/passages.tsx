import { useId, useRef, useState } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import type { Field } from '../../../lib/form.js';
import { Button } from '../../../ui/button.js';
import { described, FieldError, fieldId } from '../../../ui/field.js';
import { likelyPassages, passagesOf, withoutPassages, withPassages, type Passage } from '../passages.js';

interface PassagesProps extends Field<Passage[]> {
  text: string;
  lang: string;
  /** What is typed to be taken out, and goes along when the form is sent. */
  words: Field<string>;
}

type Told = { code: 'unmarked' } | { code: 'empty' } | { code: 'missing' } | { code: 'added'; count: number };

/** What is to be taken out of a text: its words typed, or marked with the mouse, or chosen from what was found. */
export function Passages({ text, lang, words, name, label, value, onChange, problem }: PassagesProps) {
  const { t } = useTranslation('moderation');
  const area = useRef<HTMLTextAreaElement>(null);
  const [told, setTold] = useState<Told>();
  const list = useId();
  const add = (passages: Passage[]) => {
    onChange(withPassages(value, passages));
    setTold({ code: 'added', count: passages.length });
  };
  const addMarked = () => {
    const { selectionStart: from = 0, selectionEnd: to = 0 } = area.current ?? {};
    const marked = text.slice(from, to);
    if (marked.trim() === '') setTold({ code: 'unmarked' });
    else add([{ from, text: marked }]);
  };
  const typed = fieldId(words.name);
  // The button that was pressed may be gone with what it stood for.
  const focusTyped = () => document.getElementById(typed)?.focus();
  const addTyped = () => {
    const passages = passagesOf(text, words.value);
    if (passages.length > 0) {
      add(passages);
      words.onChange('');
    } else setTold({ code: words.value.trim() === '' ? 'empty' : 'missing' });
    focusTyped();
  };
  const left = withoutPassages(likelyPassages(text), value);
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
        <Button variant="secondary" size="sm" icon="plus" onClick={addMarked}>
          {t('edit.add')}
        </Button>
      </div>
      <label className="ds-label" data-weight="medium" htmlFor={typed}>
        {words.label}
      </label>
      <div data-field="description" id={`${typed}-hint`}>
        {t('edit.wordsHint')}
      </div>
      <input
        className="ds-input"
        {...described({ ...words, hint: true })}
        autoComplete="off"
        lang={lang}
        value={words.value}
        onChange={(event) => {
          words.onChange(event.target.value);
          setTold(undefined);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          // Enter would send the decision.
          event.preventDefault();
          addTyped();
        }}
      />
      <FieldError name={words.name} problem={words.problem} />
      <div>
        <Button variant="secondary" size="sm" icon="plus" onClick={addTyped}>
          {t('edit.addWords')}
        </Button>
      </div>
      <p
        role="status"
        {...(told && told.code !== 'added' && { className: 'ds-validation-message', 'data-color': 'danger' })}
      >
        {told && (told.code === 'added' ? t('edit.added', { count: told.count }) : t(`edit.${told.code}`))}
      </p>
      {left.length > 0 && (
        <>
          <p className="ds-label" data-weight="medium" id={`${list}-found`}>
            {t('edit.found')}
          </p>
          <ul className="mv-passages" aria-labelledby={`${list}-found`}>
            {left.map((passage) => (
              <li key={passage.from}>
                <Button
                  variant="secondary"
                  size="sm"
                  icon="plus"
                  onClick={() => {
                    add([passage]);
                    focusTyped();
                  }}
                >
                  {t('edit.take', { text: passage.text })}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
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
                onClick={() => {
                  onChange(value.filter((one) => one !== passage));
                  setTold(undefined);
                  focusTyped();
                }}
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
