import type { Schema } from '@medvind/api-client';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useFormat } from '../../../lib/format.js';
import { useMunicipality, usePath } from '../../../lib/municipality.js';
import { Heading } from '../../../ui/heading.js';
import { Icon } from '../../../ui/icon.js';
import { Link } from '../../../ui/link.js';

/** What a committee would ask about, before it does. */
export function NextSteps({ plan }: { plan: Schema<'PlanView'> }) {
  const { t } = useTranslation('action-plans-staff');
  const { list } = useFormat();
  const { language } = useMunicipality();
  const path = usePath();
  const lacking = plan.areas.flatMap(({ actions }) => actions).filter(({ missing }) => missing.length > 0);
  return (
    <section className="mv-panel mv-flow" aria-labelledby="steps">
      <Heading level={2} size="xs" id="steps">
        {t('steps.title')}
      </Heading>
      {plan.actionCount === 0 ? (
        <p>{t('steps.noActions')}</p>
      ) : lacking.length === 0 ? (
        <p className="mv-ready">
          <Icon name="success" /> {t('steps.ready')}
        </p>
      ) : (
        <>
          <p>{t('steps.lacking', { count: lacking.length })}</p>
          <ul className="mv-lacking">
            {lacking.map(({ id, number, title, missing }) => (
              <li key={id}>
                <Link to={path('staff', 'plans', plan.id, 'actions', id)} lang={language}>
                  {[number, title].filter(Boolean).join(' ')}
                </Link>
                <span className="mv-note">: {list(missing.map((column) => t(`missing.${column}`)))}</span>
              </li>
            ))}
          </ul>
          <p className="mv-note">{t('steps.lackingNote')}</p>
        </>
      )}
    </section>
  );
}
