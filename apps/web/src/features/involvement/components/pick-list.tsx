import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { boxId, type Selection } from './use-selection.js';

interface PickListProps<Item> {
  label: string;
  items: Item[];
  selection: Selection<Item>;
  /** What a screen reader calls the entry's box. */
  name: (item: Item) => string;
  /** The text, which is pressed to select. */
  text: (item: Item) => ReactNode;
  lang: (item: Item) => string;
  children: (item: Item) => ReactNode;
  disabled?: boolean;
  /** What stands in the list and cannot be selected. */
  fixed?: (item: Item) => boolean;
}

/** A list of which several can be selected: with the mouse, with Shift, and with the keyboard alone. */
export function PickList<Item extends { id: string }>(props: PickListProps<Item>) {
  const { label, items, selection, name, text, lang, children, disabled, fixed } = props;
  const { t } = useTranslation('involvement-staff');
  const plain = (item: Item) => (
    <li key={item.id} className="mv-pick">
      <div className="mv-pick-body">
        <p lang={lang(item)}>{text(item)}</p>
        {children(item)}
      </div>
    </li>
  );
  if (disabled)
    return (
      <ul className="mv-pick-list" aria-label={label}>
        {items.map(plain)}
      </ul>
    );
  return (
    <div className="mv-pick-frame">
      <div className="mv-pick-all">
        <AllBox selection={selection} />
        <p className="mv-note" id="pick-keys">
          {t('inbox.keys')}
        </p>
      </div>
      <ul className="mv-pick-list" aria-label={label}>
        {items.map((item) =>
          fixed?.(item) ? (
            plain(item)
          ) : (
            <li key={item.id} className="mv-pick" data-chosen={selection.has(item.id) || undefined}>
              <input
                className="ds-input"
                type="checkbox"
                id={boxId(item.id)}
                aria-label={name(item)}
                checked={selection.has(item.id)}
                onChange={({ nativeEvent }) =>
                  selection.toggle(item, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
                }
                onKeyDown={(event) => selection.onKeyDown(event, item)}
              />
              <div className="mv-pick-body">
                {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- nothing to operate: it only
                  keeps Shift from marking the text between instead of the entries */}
                <label
                  className="mv-pick-text"
                  htmlFor={boxId(item.id)}
                  lang={lang(item)}
                  onMouseDown={(event) => event.shiftKey && event.preventDefault()}
                >
                  {text(item)}
                </label>
                {children(item)}
              </div>
            </li>
          ),
        )}
      </ul>
    </div>
  );
}

function AllBox<Item>({ selection }: { selection: Selection<Item> }) {
  const { t } = useTranslation('involvement-staff');
  const box = useRef<HTMLInputElement>(null);
  const { all, items, toggleAll } = selection;
  useEffect(() => {
    if (box.current) box.current.indeterminate = !all && items.length > 0;
  }, [all, items.length]);
  return (
    <div className="mv-check">
      <input
        ref={box}
        className="ds-input"
        type="checkbox"
        id="pick-all"
        aria-describedby="pick-keys"
        checked={all}
        onChange={toggleAll}
      />
      <label className="ds-label" data-weight="medium" htmlFor="pick-all">
        {t('inbox.selectAll')}
      </label>
    </div>
  );
}
