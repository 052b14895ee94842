import { useTranslation } from '../../../i18n/use-translation.js';
import type { Field } from '../../../lib/form.js';
import { useSession } from '../../../lib/session.js';
import { RadioGroup } from '../../../ui/choices.js';
import { Heading } from '../../../ui/heading.js';

interface ProposalPeopleProps {
  /** How many co-proposers there must be, and can be. */
  min: number;
  max: number;
  /** Within how many days they confirm. */
  days: number;
  field: Field<string>;
}

/** Whether somebody proposes it alone, and how others come to stand behind it. */
export function ProposalPeople({ min, max, days, field }: ProposalPeopleProps) {
  const { t } = useTranslation('proposal-steps');
  const name = useSession().person?.name;
  return (
    <>
      <p>{name ? t('people.you', { name }) : t('people.youAny')}</p>
      {min > 0 ? (
        <p>
          <strong>{t('people.needed', { count: min, max })}</strong>
        </p>
      ) : (
        <RadioGroup
          {...field}
          options={[
            { value: 'no', label: t('people.alone'), hint: t('people.aloneHint') },
            { value: 'yes', label: t('people.together'), hint: t('people.togetherHint', { count: max }) },
          ]}
        />
      )}
      {field.value === 'yes' && (
        <section className="mv-panel" aria-labelledby="together">
          <Heading level={3} size="2xs" id="together">
            {t('people.how')}
          </Heading>
          <ol className="ds-list">
            <li>{t('people.link')}</li>
            <li>{t('people.confirm', { count: days })}</li>
            <li>{t('people.publish')}</li>
          </ol>
        </section>
      )}
    </>
  );
}
