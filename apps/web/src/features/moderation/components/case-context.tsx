import type { Schema } from '@medvind/api-client';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { Skeleton } from '../../../ui/loading.js';
import { Prose } from '../../../ui/prose.js';
import { Tag } from '../../../ui/tag.js';
import { Time } from '../../../ui/time.js';
import { contextQuery } from '../api/context.js';
import type { Contribution } from '../api/report.js';

/** The contribution in its conversation, and what its author has been told before. */
export function CaseContext({ municipality, ...subject }: Contribution & { municipality: string }) {
  const { t } = useTranslation('moderation');
  const { data, isError } = useQuery(contextQuery(municipality, subject));
  if (isError) return <p>{t('context.failed')}</p>;
  if (!data) return <Skeleton lines={3} />;
  return (
    <div className="mv-case-context">
      {data.conversation.length > 0 && (
        <ol aria-label={t('context.conversation')}>
          {data.conversation.map((part) => (
            <li key={part.id} data-part={part.part}>
              <p className="mv-note">
                {part.reference} · {part.author ?? t('context.gone')} ·{' '}
                <Time at={part.createdAt} style="moment" />
                {part.part === 'itself' && (
                  <>
                    {' '}
                    <Tag color="accent" icon="flag">
                      {t('context.itself')}
                    </Tag>
                  </>
                )}
                {part.state !== 'visible' && (
                  <>
                    {' '}
                    <Tag color="warning" icon="lock">
                      {t(`entry.state.${part.state}`)}
                    </Tag>
                  </>
                )}
              </p>
              {part.text === null ? (
                <p>{t('context.away')}</p>
              ) : (
                <Prose text={part.text} lang={part.language} />
              )}
            </li>
          ))}
        </ol>
      )}
      <p className="mv-alert-title">{t('context.earlier')}</p>
      {data.earlier.length === 0 ? (
        <p>{t('context.noEarlier')}</p>
      ) : (
        <ul aria-label={t('context.earlier')}>
          {data.earlier.map((past) => (
            <Past key={past.id} past={past} />
          ))}
        </ul>
      )}
    </div>
  );
}

const LOGGED = ['hide', 'remove', 'edit', 'move'] as const;

function Past({ past }: { past: Schema<'EarlierDecision'> }) {
  const { t } = useTranslation('moderation');
  const { t: reports } = useTranslation('reports');
  const action = LOGGED.find((known) => known === past.action);
  return (
    <li>
      <p>
        <Time at={past.at} /> · {action ? t(`log.actions.${action}`) : t('context.person')}
        {past.reference && ` · ${past.reference}`}
        {past.reasonCode && ` · ${reports(`reasons.${past.reasonCode}`)}`}
        {past.undone && (
          <>
            {' '}
            <Tag color="success" icon="success">
              {t('context.undone')}
            </Tag>
          </>
        )}
      </p>
      <Prose text={past.reason} />
    </li>
  );
}
