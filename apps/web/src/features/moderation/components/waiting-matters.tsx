import type { Schema } from '@medvind/api-client';
import { useTranslation } from '../../../i18n/use-translation.js';
import { usePath } from '../../../lib/municipality.js';
import { Heading } from '../../../ui/heading.js';
import { Link } from '../../../ui/link.js';
import { Tag } from '../../../ui/tag.js';
import { Time } from '../../../ui/time.js';

const KINDS = ['order', 'notice', 'appeal', 'hearing'] as const;

/** What waits and has a page of its own to be decided on, the most urgent first. */
export function WaitingMatters({ entries }: { entries: Schema<'QueueEntry'>[] }) {
  const { t } = useTranslation('redress-staff');
  const path = usePath();
  if (entries.length === 0) return null;
  return (
    <section className="mv-flow" aria-labelledby="matters">
      <Heading level={2} size="xs" id="matters">
        {t('waiting.title')}
      </Heading>
      <ul className="mv-matters">
        {entries.map(({ id, kind, title, path: at, dueAt, openedAt, urgency, claim, notForMe }) => {
          const known = KINDS.find((one) => one === kind);
          return (
            <li key={id}>
              <Link to={`${path()}/${at}`}>
                {known && t(`waiting.${known}`)} · {title}
              </Link>
              <p className="mv-note">
                <Time at={openedAt} style="moment" />
                {dueAt && (
                  <>
                    {' · '}
                    {t('due')} <Time at={dueAt} style="ago" />
                  </>
                )}
              </p>
              <p className="mv-tags">
                {urgency < 2 && (
                  <Tag color={urgency === 0 ? 'danger' : 'warning'} icon="time">
                    {t(`waiting.urgency.${urgency === 0 ? 'hour' : 'illegal'}`)}
                  </Tag>
                )}
                {claim && !claim.mine && (
                  <Tag icon="person">{t('waiting.claimed', { name: claim.name })}</Tag>
                )}
                {notForMe && <Tag icon="lock">{t('waiting.notForMe')}</Tag>}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
