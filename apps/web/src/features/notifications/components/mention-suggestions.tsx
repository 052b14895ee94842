import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { useSession } from '../../../lib/session.js';
import { participantsQuery } from '../api/participants.js';
import { mentionAt, type MentionBegun } from '../mention-at.js';

interface Place extends MentionBegun {
  field: HTMLTextAreaElement;
}

/** A list of names under the text area that is being written in; arrows and Enter choose, Escape leaves it. */
export default function MentionSuggestions({ threadId }: { threadId: string }) {
  const { t } = useTranslation('following');
  const { slug } = useMunicipality();
  const { person } = useSession();
  const list = useId();
  const [place, setPlace] = useState<Place | null>(null);
  const [active, setActive] = useState(0);
  const query = participantsQuery(slug, threadId, place?.beginning ?? '');
  const found = useQuery({ ...query, enabled: place !== null && person !== null }).data?.items ?? [];
  const names = place ? found.filter(({ name }) => startsAlike(name, place.beginning)) : [];
  const open = names.length > 0;

  const choose = (name: string) => {
    if (!place) return;
    const { field, at, beginning } = place;
    const end = at + 1 + beginning.length;
    write(field, `${field.value.slice(0, at)}@${name} ${field.value.slice(end)}`);
    const caret = at + name.length + 2;
    field.focus();
    field.setSelectionRange(caret, caret);
    setPlace(null);
  };
  const keyed = (event: KeyboardEvent) => {
    if (!open || event.target !== place?.field) return;
    const { key } = event;
    const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setActive((active + step + names.length) % names.length);
    else if (key === 'Enter' || key === 'Tab') choose(names[active]?.name ?? names[0]!.name);
    else if (key === 'Escape') setPlace(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const listeners = useRef({ keyed });
  useEffect(() => {
    listeners.current = { keyed };
  });

  useEffect(() => {
    const look = () => {
      const field = document.activeElement;
      const writing =
        field instanceof HTMLTextAreaElement && field.closest(`[data-thread='${threadId}']`) ? field : null;
      const mention = writing && mentionAt(writing.value, writing.selectionEnd);
      setPlace(mention ? { ...mention, field: writing } : null);
      setActive(0);
    };
    const press = (event: KeyboardEvent) => listeners.current.keyed(event);
    look();
    document.addEventListener('input', look);
    document.addEventListener('focusout', look);
    document.addEventListener('keydown', press, true);
    return () => {
      document.removeEventListener('input', look);
      document.removeEventListener('focusout', look);
      document.removeEventListener('keydown', press, true);
    };
  }, [threadId]);

  const field = place?.field;
  useEffect(() => {
    if (!field || !open) return undefined;
    field.setAttribute('aria-controls', list);
    field.setAttribute('aria-autocomplete', 'list');
    field.setAttribute('aria-activedescendant', `${list}-${active}`);
    return () => {
      for (const attribute of ['aria-controls', 'aria-autocomplete', 'aria-activedescendant'])
        field.removeAttribute(attribute);
    };
  }, [field, open, active, list]);

  const below = field?.getBoundingClientRect();
  return (
    <>
      <p className="ds-sr-only" role="status">
        {open && t('mention.found', { count: names.length })}
      </p>
      {open && below && (
        <div
          id={list}
          role="listbox"
          aria-label={t('mention.label')}
          className="mv-mentions"
          style={{ top: below.bottom + window.scrollY, left: below.left + window.scrollX }}
        >
          {names.map(({ name }, index) => (
            <button
              key={name}
              type="button"
              id={`${list}-${index}`}
              role="option"
              aria-selected={index === active}
              tabIndex={-1}
              // The text area keeps the focus, and its caret.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(name)}
            >
              {name}
            </button>
          ))}
        </div>
      )}
    </>
  );
}

const startsAlike = (name: string, beginning: string) =>
  name.toLocaleLowerCase().startsWith(beginning.toLocaleLowerCase());

/** As if typed, so that whoever holds the value hears of it. */
function write(field: HTMLTextAreaElement, value: string) {
  const setter = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set;
  setter?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
