import type { Schema } from '@medvind/api-client';
import { useEffect, useRef } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { Icon } from '../../../ui/icon.js';
import { Progress } from '../../../ui/progress.js';
import { Time } from '../../../ui/time.js';
import { useToast } from '../../../ui/toast.js';
import { RECORD_FORMATS, recordFile } from '../api/records.js';

/** The files that were asked for: how far they are, and where they are to be had. */
export function MadeRecords({ items }: { items: Schema<'RecordView'>[] }) {
  const { t } = useTranslation('records');
  useTellWhenReady(items);
  if (items.length === 0) return null;
  return (
    <ul className="mv-exports" aria-label={t('made')}>
      {items.map((item) => (
        <li key={item.id}>
          <MadeRecord made={item} />
        </li>
      ))}
    </ul>
  );
}

function MadeRecord({ made }: { made: Schema<'RecordView'> }) {
  const { t } = useTranslation('records');
  const { slug } = useMunicipality();
  const { id, scope, title, caseNumber, status, done, total } = made;
  const name = [scope === 'own' ? t('scope.own') : t(`scope.${scope}`, { title }), caseNumber]
    .filter(Boolean)
    .join(' · ');
  return (
    <>
      <p className="mv-export-head">
        <strong>{name}</strong> <Time at={made.createdAt} style="moment" />
      </p>
      {status === 'waiting' && <p className="mv-note">{t('waiting')}</p>}
      {status === 'running' &&
        (total === 0 ? (
          <p className="mv-note">{t('running')}</p>
        ) : (
          <Progress value={done} max={total} label={t('progress', { done, total })} />
        ))}
      {status === 'done' && (
        <>
          <p className="mv-actions">
            {RECORD_FORMATS.map((format) => (
              <a key={format} className="ds-link" href={recordFile(slug, id, format)} download>
                <Icon name="document" /> {t(`format.${format}`)}
                <span className="ds-sr-only"> {name}</span>
              </a>
            ))}
          </p>
          <p className="mv-note">
            {t('kept')} <Time at={made.keptUntil} style="short" />
          </p>
        </>
      )}
      {status === 'failed' && (
        <p className="mv-export-failed">
          <Icon name="danger" /> {t('failed')}
        </p>
      )}
    </>
  );
}

/** Says so when a file is ready, wherever on the page one is by then. */
function useTellWhenReady(items: Schema<'RecordView'>[]) {
  const { t } = useTranslation('records');
  const toast = useToast();
  const unfinished = useRef(new Set<string>());
  useEffect(() => {
    for (const { id, status } of items) {
      if (status === 'waiting' || status === 'running') unfinished.current.add(id);
      else if (unfinished.current.delete(id))
        toast(status === 'done' ? t('ready') : { text: t('failed'), tone: 'danger' });
    }
  }, [items, t, toast]);
}
