import type { ReactNode } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { Button } from '../../../ui/button.js';
import type { Selection } from './use-selection.js';

interface BulkBarProps<Item> {
  selection: Selection<Item>;
  /** Ids of what the list shows now. */
  shown: ReadonlySet<string>;
  children: ReactNode;
}

/** At the foot of the window while something is selected: how many, and what can be done with them. */
export function BulkBar<Item extends { id: string }>({ selection, shown, children }: BulkBarProps<Item>) {
  const { t } = useTranslation('involvement-staff');
  const count = selection.items.length;
  const elsewhere = selection.items.filter(({ id }) => !shown.has(id)).length;
  return (
    <>
      <p className="ds-sr-only" role="status">
        {count > 0 ? t('bulk.selected', { count }) : ''}
      </p>
      {count > 0 && (
        <section className="mv-bulk" aria-label={t('bulk.title')}>
          <div className="mv-bulk-count">
            <strong>{t('bulk.selected', { count })}</strong>
            {elsewhere > 0 && <span className="mv-note">{t('bulk.notShown', { count: elsewhere })}</span>}
            <Button variant="tertiary" size="sm" onClick={selection.clear}>
              {t('bulk.clear')}
            </Button>
          </div>
          <div className="mv-bulk-do">{children}</div>
        </section>
      )}
    </>
  );
}
