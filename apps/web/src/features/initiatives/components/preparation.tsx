import type { Schema } from '@medvind/api-client';
import { LIMITS } from '@medvind/contracts';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useForm } from '../../../lib/form.js';
import { useFormat } from '../../../lib/format.js';
import { useMunicipality, usePath } from '../../../lib/municipality.js';
import { useHydrated } from '../../../lib/use-hydrated.js';
import { useAction } from '../../../ui/action.js';
import { Button, LinkButton } from '../../../ui/button.js';
import { Checkbox } from '../../../ui/checkbox.js';
import { Form } from '../../../ui/form.js';
import { Heading } from '../../../ui/heading.js';
import { Select } from '../../../ui/select.js';
import { TextArea } from '../../../ui/text-area.js';
import { useToast } from '../../../ui/toast.js';
import { confirmMutation } from '../api/co-proposers.js';
import { rejectMutation } from '../api/handling.js';
import type { Initiative } from '../api/initiatives.js';
import { invitationMutation, publishMutation } from '../api/proposal.js';
import { isConfirmed } from '../confirmed.js';
import { BecomesPublic } from './becomes-public.js';

/** What leads from a draft to its publication: for its proposer, those they invited and those who read it first. */
export default function Preparation({
  initiative,
  invitation,
}: {
  initiative: Initiative;
  invitation: string | null;
}) {
  const { t } = useTranslation('initiative-life');
  const { state, myState, can, preparation } = initiative;
  if (state === 'confirming' && !myState.isProposer)
    return <Invited initiative={initiative} invitation={invitation ?? ''} />;
  if (can.reject) return <RejectForm initiative={initiative} />;
  if (!myState.isProposer || !preparation) return null;
  return (
    <section className="mv-panel mv-support-panel" aria-labelledby="preparation">
      {state === 'confirming' ? (
        <Confirming initiative={initiative} />
      ) : state === 'review' ? (
        <InReview initiative={initiative} />
      ) : (
        <>
          {state === 'rejected' && (
            <Heading level={2} size="xs" id="preparation">
              {t('prepare.rejectedTitle')}
            </Heading>
          )}
          {state === 'rejected' && <Rejected initiative={initiative} />}
          <Draft initiative={initiative} />
        </>
      )}
      {!isConfirmed(initiative) && <Next initiative={initiative} />}
    </section>
  );
}

function Rejected({ initiative: { preparation, language } }: { initiative: Initiative }) {
  const { t } = useTranslation('initiative-life');
  const { t: grounds } = useTranslation('initiative-rule');
  return (
    <>
      {preparation?.rejection && (
        <p>
          <strong>{grounds(`rejection.${preparation.rejection}`)}</strong>
        </p>
      )}
      <p lang={language}>{preparation?.rejectionText}</p>
      <p>{t('prepare.rejectedText')}</p>
    </>
  );
}

function Draft({ initiative }: { initiative: Initiative }) {
  const { t } = useTranslation('initiative-life');
  const { t: words } = useTranslation('initiatives');
  const { slug } = useMunicipality();
  const invite = useMutation(invitationMutation(slug));
  const ask = useAction(() => invite.mutateAsync(initiative.id));
  const { can, state, scheme } = initiative;
  const needed = scheme?.coProposers.min ?? 0;
  return (
    <>
      {state === 'draft' && (
        <Heading level={2} size="xs" id="preparation">
          {words('draft.title')}
        </Heading>
      )}
      {can.invite && (
        <>
          <p>
            {needed > 0 && <strong>{t('prepare.needs', { count: needed })} </strong>}
            {t('prepare.inviteText')}
          </p>
          <Button variant={needed > 0 ? 'primary' : 'tertiary'} busy={ask.busy} onClick={ask.act}>
            {t('prepare.invite')}
          </Button>
        </>
      )}
    </>
  );
}

function Confirming({ initiative }: { initiative: Initiative }) {
  const { t } = useTranslation('initiative-life');
  const { date, list } = useFormat();
  const path = usePath();
  const toast = useToast();
  const { preparation, coProposers, scheme } = initiative;
  const missing = (scheme?.coProposers.min ?? 0) - coProposers.length;
  const isReady = isConfirmed(initiative);
  // The server knows no origin, and half an address leads nowhere.
  const origin = useHydrated() ? window.location.origin : null;
  const link = `${origin}${path('initiatives', initiative.id)}?invitation=${preparation?.invitation}`;
  const copy = useAction(async () => {
    await navigator.clipboard.writeText(link);
    toast(t('prepare.copied'));
  });
  return (
    <>
      <Heading level={2} size="xs" id="preparation">
        {t(isReady ? 'prepare.readyTitle' : 'prepare.confirmingTitle')}
      </Heading>
      <p>
        {t('prepare.confirmed', { count: coProposers.length, names: list(coProposers) })}{' '}
        {missing > 0 && t('prepare.missing', { count: missing })}{' '}
        {preparation?.confirmBy &&
          t(isReady ? 'prepare.sendBy' : 'prepare.by', {
            date: date(new Date(preparation.confirmBy).getTime() - 1),
          })}
      </p>
      {isReady && <Next initiative={initiative} />}
      <p className="mv-link-to-share">
        <span className="mv-note">{t(isReady ? 'prepare.linkMore' : 'prepare.link')}</span>
        <code>{origin === null ? '…' : link}</code>
      </p>
      <Button variant={missing > 0 ? 'primary' : 'secondary'} onClick={copy.act}>
        {t('prepare.copy')}
      </Button>
    </>
  );
}

function InReview({ initiative }: { initiative: Initiative }) {
  const { t } = useTranslation('initiative-life');
  const { t: words } = useTranslation('initiatives');
  const { date } = useFormat();
  const reviewBy = initiative.preparation?.reviewBy;
  return (
    <>
      <Heading level={2} size="xs" id="preparation">
        {t('prepare.reviewTitle')}
      </Heading>
      {reviewBy && <p>{t('prepare.reviewBy', { date: date(new Date(reviewBy).getTime() - 1) })}</p>}
      <p>{words('draft.heldText')}</p>
    </>
  );
}

/** On to its publication, or back to writing. */
function Next({ initiative }: { initiative: Initiative }) {
  const { t } = useTranslation('initiatives');
  const { t: life } = useTranslation('initiative-life');
  const { slug } = useMunicipality();
  const path = usePath();
  const toast = useToast();
  const { mutateAsync } = useMutation(publishMutation(slug));
  const publish = useAction(async () => {
    const { held } = await mutateAsync(initiative.id);
    toast(t(held ? 'propose.held' : 'propose.published'));
  });
  const { can, state } = initiative;
  return (
    <>
      {can.publish && <BecomesPublic />}
      {can.publish && (
        <Button busy={publish.busy} onClick={publish.act}>
          {state === 'confirming' ? life('prepare.send') : t('draft.publish')}
        </Button>
      )}
      {can.edit && (
        <LinkButton
          variant="secondary"
          to={`${path('goals', initiative.goal.id, 'propose')}?draft=${initiative.id}`}
        >
          {state === 'draft' ? t('draft.edit') : life('prepare.edit')}
        </LinkButton>
      )}
    </>
  );
}

/** For somebody who came by the link. */
function Invited({ initiative, invitation }: { initiative: Initiative; invitation: string }) {
  const { t } = useTranslation('initiative-life');
  const { slug } = useMunicipality();
  const toast = useToast();
  const { mutateAsync } = useMutation(confirmMutation(slug, initiative.id));
  const confirm = useAction(async () => {
    await mutateAsync(invitation);
    toast(t('prepare.thanks'));
  });
  const next = t(initiative.scheme?.review.before ? 'prepare.nextReview' : 'prepare.nextPublish');
  return (
    <section className="mv-panel mv-support-panel" aria-labelledby="preparation">
      <Heading level={2} size="xs" id="preparation">
        {t(initiative.myState.isCoProposer ? 'prepare.isCoTitle' : 'prepare.invitedTitle')}
      </Heading>
      {initiative.myState.isCoProposer ? (
        <p>
          {t('prepare.isCo')} {next}
        </p>
      ) : (
        <>
          <p>
            {t('prepare.invitedText')} {next}
          </p>
          <Button size="lg" busy={confirm.busy} onClick={confirm.act}>
            {t('prepare.confirm')}
          </Button>
        </>
      )}
    </section>
  );
}

function RejectForm({ initiative }: { initiative: Initiative }) {
  const { t } = useTranslation('initiative-life');
  const { t: grounds } = useTranslation('initiative-rule');
  const { slug, language } = useMunicipality();
  const toast = useToast();
  const { mutateAsync } = useMutation(rejectMutation(slug, initiative.id));
  const isPublic = initiative.scheme?.rejectionsPublic ?? false;
  const form = useForm({
    draft: `reject:${initiative.id}`,
    initial: { code: '', reason: '', withholdText: false },
    submit: (values) => mutateAsync(values as Schema<'RejectionInput'>),
    done: () => toast(t('reject.done')),
  });
  return (
    <section className="mv-panel" aria-labelledby="reject">
      <Heading level={2} size="xs" id="reject">
        {t('reject.title')}
      </Heading>
      <p className="mv-note">{t('reject.lead')}</p>
      <Form form={form} submit={t('reject.submit')}>
        <Select
          {...form.field('code', t('reject.code'))}
          placeholder="–"
          options={(initiative.scheme?.rejections ?? []).map((value) => ({
            value,
            label: grounds(`rejection.${value}`),
          }))}
        />
        <TextArea
          {...form.field('reason', t('reject.reason'))}
          hint={t(isPublic ? 'reject.public' : 'reject.reasonHint')}
          max={LIMITS.reason.max}
          published
          rows={4}
          lang={language}
        />
        {isPublic && (
          <Checkbox {...form.field('withholdText', t('reject.withhold'))} hint={t('reject.withholdHint')} />
        )}
      </Form>
    </section>
  );
}
