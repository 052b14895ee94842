import type { Schema } from '@medvind/api-client';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useFormat } from '../../../lib/format.js';
import { useMunicipality, usePath } from '../../../lib/municipality.js';
import { useAction } from '../../../ui/action.js';
import { Button, LinkButton } from '../../../ui/button.js';
import { Heading } from '../../../ui/heading.js';
import { Link } from '../../../ui/link.js';
import { useToast } from '../../../ui/toast.js';
import { orderActions } from '../api/order-actions.js';
import { areaName } from '../wording.js';
import { StatusTag } from './status-tag.js';

type Plan = Schema<'PlanView'>;
type Action = Schema<'ActionView'>;

/** The actions by focus area, each with the way to its form, in an order one can change. */
export function ActionList({ plan }: { plan: Plan }) {
  const { t } = useTranslation('action-plans-staff');
  const { t: read } = useTranslation('action-plans');
  const { language } = useMunicipality();
  const path = usePath();
  const whole = plan.areas.length === 1 ? plan.policy.title : read('across');
  return (
    <section className="mv-flow" aria-labelledby="actions">
      <Heading level={2} id="actions">
        {t('actions.title')}
      </Heading>
      {plan.areas.map(({ goal, actions }) => {
        const name = areaName(goal, whole);
        const to = `${path('staff', 'plans', plan.id, 'actions', 'new')}${goal ? `?goal=${goal.id}` : ''}`;
        return (
          <section key={goal?.id ?? 'whole'} className="mv-area" aria-label={name}>
            <Heading level={3} lang={language}>
              {name}
            </Heading>
            {actions.length > 0 && (
              <ol className="mv-rows">
                {actions.map((action, place) => (
                  <ActionRow key={action.id} plan={plan} action={action} place={place} of={actions.length} />
                ))}
              </ol>
            )}
            <LinkButton
              variant="tertiary"
              size="sm"
              icon="plus"
              to={to}
              aria-label={t('actions.addTo', { area: name })}
            >
              {t('actions.add')}
            </LinkButton>
          </section>
        );
      })}
    </section>
  );
}

function ActionRow({ plan, action, place, of }: { plan: Plan; action: Action; place: number; of: number }) {
  const { t } = useTranslation('action-plans-staff');
  const { list } = useFormat();
  const { language } = useMunicipality();
  const path = usePath();
  const { id, number, title, background, missing } = action;
  return (
    <li className="mv-row">
      <div className="mv-row-text">
        <div className="mv-action-head">
          <Link to={path('staff', 'plans', plan.id, 'actions', id)} lang={language}>
            {[number, title].filter(Boolean).join(' ')}
          </Link>
          <StatusTag status={action.status} />
        </div>
        <p className="mv-note">
          {t('actions.inputs', { count: background.comments + background.initiatives })}
          {missing.length > 0 &&
            ` · ${t('actions.lacks', { list: list(missing.map((column) => t(`missing.${column}`))) })}`}
        </p>
      </div>
      {of > 1 && (
        <div className="mv-row-tools">
          <Move plan={plan} action={action} place={place} of={of} by={-1} />
          <Move plan={plan} action={action} place={place} of={of} by={1} />
        </div>
      )}
    </li>
  );
}

function Move({
  plan,
  action: { id, title },
  place,
  of,
  by,
}: {
  plan: Plan;
  action: Action;
  place: number;
  of: number;
  by: -1 | 1;
}) {
  const { t } = useTranslation('action-plans-staff');
  const { slug } = useMunicipality();
  const toast = useToast();
  const { mutateAsync } = useMutation(orderActions(slug, plan.id));
  const possible = place + by >= 0 && place + by < of;
  const move = useAction(async () => {
    // Stays in reach of the keyboard at either end, and does nothing there.
    if (!possible) return;
    await mutateAsync(moved(plan, id, by));
    toast(t('actions.moved', { title, place: place + by + 1, of }));
  });
  return (
    <Button
      variant="tertiary"
      size="sm"
      icon="chevron"
      data-turn={by < 0 ? 'up' : 'down'}
      data-icon="true"
      aria-label={t(by < 0 ? 'actions.up' : 'actions.down', { title })}
      aria-disabled={!possible || undefined}
      busy={move.busy}
      onClick={move.act}
    />
  );
}

/** The plan's actions with one changed over with its neighbour in the same focus area. */
function moved(plan: Plan, id: string, by: -1 | 1): string[] {
  return plan.areas.flatMap(({ actions }) => {
    const ids = actions.map((action) => action.id);
    const place = ids.indexOf(id);
    const neighbour = ids[place + by];
    if (place < 0 || neighbour === undefined) return ids;
    return ids.with(place, neighbour).with(place + by, id);
  });
}
