import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { districtsQuery } from '../../../lib/districts.js';
import type { Field } from '../../../lib/form.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { LinkButton } from '../../../ui/button.js';
import { Prose } from '../../../ui/prose.js';
import { Select } from '../../../ui/select.js';
import { picturesQuery } from '../api/pictures.js';
import { ruleQuery } from '../api/rule.js';
import type { ProposalValues, Step } from '../proposal-steps.js';
import { BecomesPublic } from './becomes-public.js';
import { placeIn } from './place-field.js';
import { Picture } from './pictures.js';
import { Place } from './place.js';
import { RulePreview } from './rule-preview.js';

interface ProposalReviewProps {
  values: ProposalValues;
  initiativeId: string | undefined;
  steps: readonly Step[];
  addressOf: (step: Step) => string;
  /** Of time, where there is a choice. */
  lengths: readonly number[];
  window: Field<string>;
}

/** The proposal as it will stand, before anybody else can see it. */
export function ProposalReview({
  values,
  initiativeId,
  steps,
  addressOf,
  lengths,
  window,
}: ProposalReviewProps) {
  const { t, language } = useTranslation('initiatives');
  const { t: words } = useTranslation('proposal-steps');
  const { t: rule } = useTranslation('scheme');
  const { slug } = useMunicipality();
  const { scheme } = useQuery(ruleQuery(slug)).data ?? {};
  const district = useQuery(districtsQuery(slug)).data?.items.find(({ id }) => id === values.districtId);
  const pictures =
    useQuery({ ...picturesQuery(slug, initiativeId ?? ''), enabled: initiativeId !== undefined }).data
      ?.items ?? [];
  return (
    <>
      <p>{t('propose.reviewText')}</p>
      <article
        className="ds-card mv-card mv-flow"
        data-color="neutral"
        data-variant="default"
        lang={language}
      >
        <h3 className="ds-heading" data-size="sm">
          {values.title.trim()}
        </h3>
        <Prose text={values.text.trim()} />
        {pictures.length > 0 && (
          <ul className="mv-pictures">
            {pictures.map((picture) => (
              <li key={picture.id}>
                <Picture picture={picture} />
              </li>
            ))}
          </ul>
        )}
        {district && <Place initiative={{ district, point: placeIn(values).point ?? null }} />}
        {steps.includes('people') && (
          <p className="mv-note">{words(`taken.${values.together === 'yes' ? 'together' : 'alone'}`)}</p>
        )}
      </article>
      <div className="mv-actions">
        {steps.map(
          (step) =>
            step !== 'review' && (
              <LinkButton key={step} variant="tertiary" size="sm" to={addressOf(step)}>
                {words(`change.${step}`)}
              </LinkButton>
            ),
        )}
      </div>
      {lengths.length > 1 && (
        <Select
          {...window}
          options={lengths.map((length) => ({
            value: String(length),
            label: rule(scheme?.window.unit === 'days' ? 'withinDays' : 'withinMonths', { count: length }),
          }))}
        />
      )}
      <RulePreview />
      <BecomesPublic />
    </>
  );
}
