import type { Schema } from '@medvind/api-client';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useFormat } from '../../../lib/format.js';

const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** What the rules mean for whoever writes, one sentence each. */
export function RuleSentences({ rules }: { rules: Schema<'ContributionRulesInput'> }) {
  const { t } = useTranslation('contribution-rules');
  const { list, date } = useFormat();
  const { holdAll, newAccountDays, holdLinks, officeHours, words } = rules;
  const listed = (effect: 'hold' | 'refuse') =>
    words.filter((word) => word.effect === effect).map(({ word }) => word);
  const [held, refused] = [listed('hold'), listed('refuse')];
  const some = newAccountDays !== null || holdLinks || officeHours !== null;
  const sentences = [
    holdAll ? t('says.all') : t('says.at-once'),
    ...(holdAll || !some
      ? []
      : [
          newAccountDays !== null && t('says.new-accounts', { count: newAccountDays }),
          holdLinks && t('says.links'),
          officeHours !== null &&
            t('says.outside', {
              days: list(DAYS.filter((day) => officeHours.days.includes(day)).map((day) => t(`days.${day}`))),
              from: officeHours.from,
              to: officeHours.to,
            }),
          officeHours !== null &&
            (officeHours.closed ?? []).length > 0 &&
            t('says.closed', { days: list((officeHours.closed ?? []).map((day) => date(day))) }),
        ]),
    held.length > 0 && t('says.hold-words', { words: held.join(', ') }),
    refused.length > 0 && t('says.refuse-words', { words: refused.join(', ') }),
    rules.perMinute !== null && t('says.per-minute', { count: rules.perMinute }),
    rules.perHour !== null && t('says.per-hour', { count: rules.perHour }),
    rules.duplicateHours !== null && t('says.duplicate', { count: rules.duplicateHours }),
    rules.floodPeople !== null && t('says.flood', { count: rules.floodPeople }),
  ].filter((sentence) => sentence !== false);
  return (
    <ul className="ds-list">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
