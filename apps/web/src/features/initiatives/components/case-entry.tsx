import { useTranslation } from '../../../i18n/use-translation.js';
import { usePath } from '../../../lib/municipality.js';
import { Link } from '../../../ui/link.js';
import { Tag } from '../../../ui/tag.js';
import { Time } from '../../../ui/time.js';
import type { CaseSummary } from '../api/cases.js';
import { CaseDue } from './case-due.js';
import { StateTag } from './state-tag.js';

/** One initiative in the list of those who deal with them. */
export function CaseEntry({ entry }: { entry: CaseSummary }) {
  const { t } = useTranslation('initiative-cases');
  const { t: say } = useTranslation('initiatives');
  const path = usePath();
  const { unit, assignee, outcome, answeredAt } = entry;
  return (
    <div className="mv-pick-body">
      <p>
        <Link to={path('staff', 'initiatives', entry.id)} lang={entry.language}>
          <strong>{entry.title ?? say('hiddenTitle')}</strong>
        </Link>
      </p>
      <p className="mv-kicker">
        <span>{entry.reference}</span>
        <StateTag initiative={{ state: entry.state, hidden: false, held: false }} />
        {entry.asksMe && (
          <Tag color="accent" icon="comment">
            {t('asksYou')}
          </Tag>
        )}
        {outcome && <span>{say(`answer.outcome.${outcome}`)}</span>}
      </p>
      <p className="mv-pick-foot">
        {answeredAt ? (
          <span>
            {t('answered')} <Time at={answeredAt} />
          </span>
        ) : (
          <CaseDue due={entry.due} />
        )}
      </p>
      <p className="mv-pick-foot">
        <span>
          {unit ? (entry.unitProposed ? t('unitProposed', { unit: unit.name }) : unit.name) : t('noUnit')}
        </span>
        <span>{assignee ? (assignee.me ? t('you') : assignee.name) : t('nobody')}</span>
        <span>{say('support.count', { count: entry.supportCount })}</span>
        {entry.caseNumber && <span>{t('numbered', { number: entry.caseNumber })}</span>}
      </p>
    </div>
  );
}
