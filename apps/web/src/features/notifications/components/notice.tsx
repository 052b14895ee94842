import type { Schema } from '@medvind/api-client';
import { Link } from 'react-router';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useFormat } from '../../../lib/format.js';
import { useMunicipality, usePath } from '../../../lib/municipality.js';
import type { IconName } from '../../../ui/icon.js';
import { Icon } from '../../../ui/icon.js';
import { Held } from '../../../ui/held.js';
import { Tag } from '../../../ui/tag.js';
import { Time } from '../../../ui/time.js';
import { wordsOf } from '../notice-words.js';

type Kind = Schema<'NotificationKind'>;

const ICONS: Record<Kind, IconName> = {
  'comment-answered': 'comment',
  'contribution-hidden': 'warning',
  'contribution-restored': 'success',
  'contribution-published': 'success',
  'contribution-held': 'time',
  'contribution-edited': 'warning',
  'contribution-moved': 'info',
  'report-answered': 'check',
  'appeal-decided': 'check',
  'hearing-opened': 'warning',
  'restriction-decided': 'warning',
  'restriction-ended': 'success',
  'input-linked': 'plus',
  'theme-answered': 'info',
  'input-planned': 'document',
  'result-reported': 'success',
  'initiative-reached': 'thumb',
  'initiative-expired': 'time',
  'initiative-answered': 'info',
  'initiative-moved': 'time',
  'co-proposer-confirmed': 'plus',
  'merge-asked': 'link',
  'merge-answered': 'link',
  'handler-named': 'info',
  'case-assigned': 'document',
  'opinion-asked': 'comment',
  'opinion-given': 'comment',
  'deadline-near': 'time',
  'deadline-late': 'warning',
  'supported-answered': 'info',
  'supported-moved': 'time',
  'vote-ended': 'check',
  mentioned: 'comment',
  'followed-comments': 'comment',
  'followed-initiative': 'plus',
  'followed-progress': 'thumb',
  'followed-process': 'info',
  'followed-answer': 'info',
  'followed-plan': 'document',
  'followed-vote': 'check',
};

interface NoticeProps {
  notice: Schema<'NotificationView'>;
  onFollow: () => void;
}

export function Notice({ notice, onFollow }: NoticeProps) {
  const { t } = useTranslation('notifications');
  const path = usePath();
  const { language } = useMunicipality();
  const { kind, details, readAt, createdAt } = notice;
  const { date } = useFormat();
  const { title, text } = wordsOf(notice, t, (by) => date(Date.parse(by) - 1));
  const unread = readAt === null;
  return (
    <article className="mv-notice" data-unread={unread || undefined}>
      <Icon name={ICONS[kind]} />
      <div className="mv-notice-body">
        <h2 className="mv-notice-title">
          <Link className="ds-link" to={`${path()}/${notice.path}`} onClick={onFollow}>
            {title}
          </Link>
          {unread && (
            <Tag color="accent" icon="bell">
              {t('unread')}
            </Tag>
          )}
        </h2>
        {text && <p>{text}</p>}
        {details.text && (
          <p className="mv-notice-own">
            {t('wrote')}: <q>{details.text}</q>
          </p>
        )}
        {details.rule && <Held reason={details.rule} detail={details.detail} />}
        {details.reasonCode && <Rule code={details.reasonCode as Schema<'ReasonCode'>} />}
        {details.reason && (
          <p>
            {t('reason')}: <span lang={language}>{details.reason}</span>
          </p>
        )}
        {kind === 'contribution-hidden' && (
          <p>
            {t('appeal')}{' '}
            <Link
              className="ds-link"
              to={`${path()}/${notice.path.startsWith('decisions/') ? notice.path : 'me/decisions'}`}
            >
              {t('appealLink')}
            </Link>
          </p>
        )}
        <p className="mv-note">
          <Time at={createdAt} style="ago" />
        </p>
      </div>
    </article>
  );
}

function Rule({ code }: { code: Schema<'ReasonCode'> }) {
  const { t } = useTranslation('notifications');
  const { t: reports } = useTranslation('reports');
  return (
    <p>
      {t('rule')}: {reports(`reasons.${code}`)}
    </p>
  );
}
