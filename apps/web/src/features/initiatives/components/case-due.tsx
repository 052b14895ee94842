import { useTranslation } from '../../../i18n/use-translation.js';
import { Icon } from '../../../ui/icon.js';
import { Tag } from '../../../ui/tag.js';
import { Time } from '../../../ui/time.js';
import { useHydrated } from '../../../lib/use-hydrated.js';
import type { CaseSummary } from '../api/cases.js';

/** Whole days between that moment and now. */
const daysFrom = (moment: Date): number => Math.floor(Math.abs(moment.getTime() - Date.now()) / 86_400_000);

/** What is to be done next, and by when, in words. */
export function CaseDue({ due }: { due: CaseSummary['due'] }) {
  const { t } = useTranslation('initiative-cases');
  const awake = useHydrated();
  if (!due) return <span>{t('due.none')}</span>;
  const { what, at, late } = due;
  // A deadline is the end of a day: the moment before it is on the day one means.
  const last = new Date(new Date(at).getTime() - 1);
  const days = daysFrom(last);
  return (
    <span className="mv-with-icon">
      {late ? (
        <Tag color="danger" icon="warning">
          {t('due.late')}
        </Tag>
      ) : (
        <Icon name="time" />
      )}
      <span>
        {t(`due.${what}`)} <Time at={last} />
        {/* "Now" differs between the server and the browser. */}
        {awake && <> ({t(late ? 'due.ago' : 'due.left', { count: days })})</>}
      </span>
    </span>
  );
}
