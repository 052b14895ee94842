import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { useHydrated } from '../../../lib/use-hydrated.js';
import { Button } from '../../../ui/button.js';
import { casesChanged, type CaseSummary } from '../api/cases.js';
import { CaseEntry } from './case-entry.js';

const ManyAnswers = lazy(() => import('./many-answers.js'));
const ManyUndo = lazy(() => import('./many-answers.js').then(({ ManyUndo }) => ({ default: ManyUndo })));

/** As many as the API takes at once. */
const MOST = 50;

/** What waits, of which several can be answered at once; and what is answered, of which several can be taken back. */
export function CaseList({ entries, answered }: { entries: CaseSummary[]; answered: boolean }) {
  const { t } = useTranslation('initiative-cases');
  const { slug } = useMunicipality();
  const client = useQueryClient();
  const awake = useHydrated();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState(false);
  // Only what is decided and nothing more can be decided again.
  const isOpen = ({ canAnswer, state }: CaseSummary) => (answered ? state === 'decided' : canAnswer);
  const picked = entries.filter((entry) => chosen.has(entry.id) && isOpen(entry));
  const put = (ids: string[], on: boolean) =>
    setChosen((before) =>
      on ? new Set([...before, ...ids]) : new Set([...before].filter((id) => !ids.includes(id))),
    );
  const Dialog = answered ? ManyUndo : ManyAnswers;
  return (
    <>
      <ul className="mv-pick-list" aria-label={t('list')}>
        {entries.map((entry) => (
          <li key={entry.id} className="mv-pick" data-chosen={chosen.has(entry.id) || undefined}>
            {awake && isOpen(entry) && (
              <input
                className="ds-input"
                type="checkbox"
                aria-label={t('choose', { reference: entry.reference, title: entry.title ?? '' })}
                checked={chosen.has(entry.id)}
                onChange={({ target }) => put([entry.id], target.checked)}
              />
            )}
            <CaseEntry entry={entry} />
          </li>
        ))}
      </ul>
      <p className="ds-sr-only" role="status">
        {picked.length > 0 ? t('chosen', { count: picked.length }) : ''}
      </p>
      {picked.length > 0 && (
        <section className="mv-bulk" aria-label={t('bulk')}>
          <div className="mv-bulk-count">
            <strong>{t('chosen', { count: picked.length })}</strong>
            <Button variant="tertiary" size="sm" onClick={() => setChosen(new Set())}>
              {t('clear')}
            </Button>
            {picked.length > MOST && <span className="mv-note">{t('most', { count: MOST })}</span>}
          </div>
          <div className="mv-bulk-do">
            <Button
              aria-disabled={picked.length > MOST || undefined}
              onClick={() => setOpen(picked.length <= MOST)}
            >
              {t(answered ? 'undo.open' : 'many.open', { count: picked.length })}
            </Button>
          </div>
        </section>
      )}
      {open && (
        <Suspense>
          <Dialog
            entries={picked}
            onClose={() => setOpen(false)}
            onDone={(ids) => {
              put(ids, false);
              // Only now: the list may be empty then, and what was done is read first.
              void casesChanged(client, slug);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
