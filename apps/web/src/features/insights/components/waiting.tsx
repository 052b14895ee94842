import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useFormat } from '../../../lib/format.js';
import { useMunicipality, usePath } from '../../../lib/municipality.js';
import { Heading } from '../../../ui/heading.js';
import { Icon } from '../../../ui/icon.js';
import { Link } from '../../../ui/link.js';
import { waitingQuery } from '../api/waiting.js';

/** What those who work here are to do next, each with its count and the way there. */
export default function Waiting() {
  const { t } = useTranslation('waiting');
  const { slug } = useMunicipality();
  const { number } = useFormat();
  const path = usePath();
  const { data } = useQuery(waitingQuery(slug));
  if (!data) return null;
  const { reports, inbox, unansweredProcesses, draftPlans, initiatives, ruleMissing } = data;
  const inboxAt = (state: string) => `${path('staff', 'inbox')}?state=${state}`;
  const casesAt = (filter: string) => `${path('staff', 'initiatives')}?filter=${filter}`;
  const rooms = [
    { room: 'reports', count: reports, to: path('moderation') },
    { room: 'notLinked', count: inbox?.notLinked, to: inboxAt('not-linked') },
    { room: 'notAnswered', count: inbox?.notAnswered, to: inboxAt('not-answered') },
    { room: 'case-mine', count: initiatives?.mine, to: casesAt('mine') },
    { room: 'case-opinion', count: initiatives?.opinion, to: casesAt('opinion') },
    { room: 'case-unassigned', count: initiatives?.unassigned, to: casesAt('unassigned') },
    { room: 'case-overdue', count: initiatives?.overdue, to: casesAt('overdue') },
    { room: 'processes', count: unansweredProcesses, to: path('staff', 'processes') },
    { room: 'plans', count: draftPlans, to: path('staff', 'plans') },
  ] as const;
  const waiting = rooms.flatMap(({ count, ...room }) => (count ? [{ ...room, count }] : []));
  return (
    <section className="mv-waits" aria-labelledby="waiting">
      <div>
        <Heading level={2} id="waiting" size="xs">
          {t('title')}
        </Heading>
        {waiting.length === 0 && !ruleMissing ? (
          <p className="mv-with-icon">
            <Icon name="success" />
            {t('nothing')}
          </p>
        ) : (
          <ul>
            {waiting.map(({ room, count, to }) => (
              <li key={room}>
                <Link to={to}>
                  <strong>{number(count)}</strong> {t(room, { count })}
                </Link>
              </li>
            ))}
            {ruleMissing && (
              <li>
                <Link to={path('admin', 'rule')}>{t('rule')}</Link>
              </li>
            )}
          </ul>
        )}
      </div>
    </section>
  );
}
