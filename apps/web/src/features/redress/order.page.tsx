import type { Schema } from '@medvind/api-client';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { useTranslation } from '../../i18n/use-translation.js';
import { useForm } from '../../lib/form.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { RadioGroup } from '../../ui/choices.js';
import { Details } from '../../ui/details.js';
import { Form } from '../../ui/form.js';
import { Heading } from '../../ui/heading.js';
import { Page } from '../../ui/page.js';
import { Prose } from '../../ui/prose.js';
import { TextArea } from '../../ui/text-area.js';
import { Time } from '../../ui/time.js';
import { decideOrder, orderQuery } from './api/orders.js';
import { Answered } from './components/answered.js';
import { Clock } from './components/clock.js';
import { Facts } from './components/facts.js';
import { Judged } from './components/judged.js';

export const load = ({ params: { municipality = '', orderId = '' }, get }: LoadContext) =>
  get(orderQuery(municipality, orderId));

/** A removal order: its hour, what it is about, the copy that is kept, and what was done. */
export default function OrderPage() {
  const { t } = useTranslation('redress-staff');
  const { slug } = useMunicipality();
  const path = usePath();
  const { orderId = '' } = useParams();
  const order = useSuspenseQuery(orderQuery(slug, orderId)).data;
  const { outcome, contribution, copy, can } = order;
  return (
    <Page
      title={t('order.title', { reference: order.reference })}
      lead={order.authority}
      breadcrumbs={[{ label: t('moderation'), to: path('moderation') }]}
      width="text"
      hidden
    >
      <div role="status">
        {outcome && (
          <Answered
            title={t(`order.outcome.${outcome}`)}
            tone={outcome === 'removed' ? 'success' : 'warning'}
            text={order.answer}
            by={order.decidedBy}
            at={order.decidedAt}
          />
        )}
      </div>
      <Facts
        items={{
          [t('due')]: outcome ? <Time at={order.dueAt} style="moment" /> : <Clock due={order.dueAt} />,
          [t('order.receivedAt')]: <Time at={order.receivedAt} style="moment" />,
          [t('order.registered')]: (
            <span>
              {order.registeredBy} · <Time at={order.registeredAt} style="moment" />
            </span>
          ),
          [t('order.text')]: order.text && <Prose text={order.text} />,
        }}
      />
      {contribution && <Judged contribution={contribution} />}
      <Details summary={t('order.copy', { reference: copy.reference })}>
        <p className="mv-note">
          {copy.author && `${copy.author} · `}
          <Time at={copy.createdAt} style="moment" />
        </p>
        {copy.text !== null && <Prose text={copy.text} lang={copy.language} />}
      </Details>
      {can.decide && <Decide key={order.id} order={order} />}
    </Page>
  );
}

function Decide({ order }: { order: Schema<'OrderView'> }) {
  const { t } = useTranslation('redress-staff');
  const { slug } = useMunicipality();
  const { mutateAsync } = useMutation(decideOrder(slug, order.id));
  const form = useForm({
    draft: `order-case:${order.id}`,
    initial: { outcome: 'removed' as Schema<'OrderOutcome'>, text: '' },
    submit: (decision) => mutateAsync(decision),
    after: 'keep',
  });
  const outcome = form.field('outcome', t('order.answer'));
  return (
    <section className="mv-panel mv-flow" aria-labelledby="decide">
      <Heading level={2} size="xs" id="decide">
        {t('order.decide')}
      </Heading>
      <Form form={form} submit={t('decideIt')}>
        <RadioGroup
          {...outcome}
          onChange={(value) => outcome.onChange(value as Schema<'OrderOutcome'>)}
          options={[
            { value: 'removed', label: t('order.choice.removed'), hint: t('order.removes') },
            { value: 'not-carried-out', label: t('order.choice.not-carried-out'), hint: t('order.tells') },
          ]}
        />
        <TextArea
          {...form.field('text', t('order.why'))}
          optional={outcome.value === 'removed'}
          rows={4}
          max={4000}
        />
      </Form>
    </section>
  );
}
