import { LIMITS } from '@medvind/contracts';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useRef, useState, type FormEvent } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useTranslation } from '../../i18n/use-translation.js';
import { useForm } from '../../lib/form.js';
import { tooShort } from '../../lib/form-store.js';
import { useFormat } from '../../lib/format.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { useAction } from '../../ui/action.js';
import { Alert } from '../../ui/alert.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Form } from '../../ui/form.js';
import { Heading } from '../../ui/heading.js';
import { Link } from '../../ui/link.js';
import { Page } from '../../ui/page.js';
import { TextArea } from '../../ui/text-area.js';
import { useToast } from '../../ui/toast.js';
import {
  callOffMutation,
  editVoteMutation,
  publishVoteMutation,
  removeVoteMutation,
} from './api/save-vote.js';
import { voteQuery, type Vote } from './api/vote.js';
import { votesQuery } from './api/votes.js';
import { VoteForm } from './components/vote-form.js';
import { draftOf, faultsOf, hasMajority, inputOf } from './vote-draft.values.js';
import { useWhoMay } from './who-may.js';

export const load = ({ params: { municipality = '', voteId = '' }, get, getPages }: LoadContext) =>
  Promise.all([
    get(voteQuery(municipality, voteId)),
    // Only staff are answered this.
    getPages(votesQuery(municipality, 'draft')),
  ]);

export default function StaffVotePage() {
  const { t } = useTranslation('votes-staff');
  const { voteId = '' } = useParams();
  const { slug } = useMunicipality();
  const path = usePath();
  const vote = useSuspenseQuery(voteQuery(slug, voteId)).data;
  return (
    <Page
      title={vote.question}
      titleLang={vote.language}
      lead={t(vote.can.edit ? 'draftLead' : 'publishedLead')}
      width="text"
      hidden
      breadcrumbs={[{ label: t('listTitle'), to: path('staff', 'votes') }]}
    >
      {vote.can.edit ? (
        <Draft vote={vote} />
      ) : (
        <>
          <p>
            <Link to={path('votes', voteId)}>{t('see')}</Link>
          </p>
          {vote.can.callOff && <CallOff vote={vote} />}
        </>
      )}
    </Page>
  );
}

function Draft({ vote }: { vote: Vote }) {
  const { t } = useTranslation('votes-staff');
  const { slug } = useMunicipality();
  const path = usePath();
  const navigate = useNavigate();
  const toast = useToast();
  const edit = useMutation(editVoteMutation(slug, vote.id));
  // What is published is what stands in the form: it is saved first, and shown as it was saved.
  const publishes = useRef(false);
  const [asked, setAsked] = useState<Vote | null>(null);
  const removing = useMutation(removeVoteMutation(slug, vote.id));
  const form = useForm({
    draft: `vote:${vote.id}`,
    initial: draftOf(vote),
    check: faultsOf,
    submit: (values) => edit.mutateAsync(inputOf(values)),
    done: (saved) => {
      if (publishes.current) setAsked(saved);
      else toast(t('saved'));
    },
    after: 'keep',
  });
  const submitting = (isToPublish: boolean) => (event?: FormEvent) => {
    publishes.current = isToPublish;
    form.onSubmit(event);
  };
  const remove = useAction(async () => {
    await removing.mutateAsync();
    void navigate(path('staff', 'votes'));
  });
  return (
    <>
      <VoteForm form={{ ...form, onSubmit: submitting(false) }} submit={t('saveDraft')} />
      {asked && <ConfirmPublishing vote={asked} onClose={() => setAsked(null)} />}
      <section className="mv-section" aria-labelledby="publish">
        <Heading level={2} id="publish">
          {t('publishTitle')}
        </Heading>
        <Alert>
          <p>{t('publishHint')}</p>
        </Alert>
        <div className="mv-actions">
          <Button busy={form.busy} onClick={() => submitting(true)()}>
            {t('publish')}
          </Button>
          <Button variant="tertiary" color="danger" busy={remove.busy} onClick={remove.act}>
            {t('remove')}
          </Button>
        </div>
      </section>
    </>
  );
}

/** What is asked, whom, until when, and what cannot be changed afterwards. */
function ConfirmPublishing({ vote, onClose }: { vote: Vote; onClose: () => void }) {
  const { t } = useTranslation('votes-staff');
  const { t: say } = useTranslation('votes');
  const { slug } = useMunicipality();
  const { date, number } = useFormat();
  const whoMay = useWhoMay();
  const path = usePath();
  const navigate = useNavigate();
  const toast = useToast();
  const publishing = useMutation(publishVoteMutation(slug, vote.id));
  const publish = useAction(async () => {
    await publishing.mutateAsync();
    toast(t('published'));
    void navigate(path('votes', vote.id));
  });
  const { question, language, kind, options, opensAt, closesAt, hidden, voter, quorum, majority } = vote;
  const rules = [
    `${t(`kinds.${kind}`)}.`,
    ...(kind === 'choose' || kind === 'scores' || kind === 'allotment'
      ? [`${say(`${kind}.label`, { most: number(vote.most ?? options.length) })}.`]
      : []),
    ...(kind === 'for-against' ? [] : [say(`result.method.${vote.method}`)]),
    ...(hasMajority(kind)
      ? [
          `${t('majority')}: ${t(`majorities.${majority}`)}. ${majority === 'most' ? '' : say(`result.majority.${majority}`)}`,
        ]
      : []),
    quorum === null ? t('confirm.noQuorum') : say('rules.quorum', { count: quorum }),
    whoMay(voter),
    `${say('period', { from: date(opensAt, 'moment'), to: date(closesAt, 'moment') })}.`,
    say(hidden ? 'rules.hidden' : 'rules.open'),
  ];
  return (
    <Dialog title={t('confirm.title')} onClose={onClose}>
      <p lang={language}>
        <strong>{question}</strong>
      </p>
      {kind !== 'for-against' && (
        <ul lang={language}>
          {options.map(({ key, title, text }) => (
            <li key={key}>
              {title}
              {text && <span className="mv-note"> {text}</span>}
            </li>
          ))}
        </ul>
      )}
      <p>{t('confirm.rules')}</p>
      <ul>
        {rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
      <Alert tone="warning">
        <p>{t('confirm.final')}</p>
      </Alert>
      <div className="mv-actions">
        <Button busy={publish.busy} onClick={publish.act}>
          {t('publish')}
        </Button>
        <Button variant="tertiary" onClick={onClose}>
          {t('confirm.back')}
        </Button>
      </div>
    </Dialog>
  );
}

/** Ends it without a result. What was voted is kept; nothing of it is counted. */
function CallOff({ vote }: { vote: Vote }) {
  const { t } = useTranslation('votes-staff');
  const { slug } = useMunicipality();
  const path = usePath();
  const navigate = useNavigate();
  const { mutateAsync } = useMutation(callOffMutation(slug, vote.id));
  const form = useForm({
    draft: `vote:${vote.id}:call-off`,
    initial: { reason: '' },
    check: (values) => tooShort(values, 'reason', LIMITS.reason.min),
    submit: (values) => mutateAsync(values),
    done: () => void navigate(path('votes', vote.id)),
  });
  const [isAsked, setAsked] = useState(false);
  const ask = (event?: FormEvent) => {
    event?.preventDefault();
    if (form.passes()) setAsked(true);
  };
  const act = () => {
    setAsked(false);
    form.onSubmit();
  };
  return (
    <section className="mv-section" aria-labelledby="call-off">
      <Heading level={2} id="call-off">
        {t('callOffTitle')}
      </Heading>
      <p>{t('callOffHint')}</p>
      <Form form={{ ...form, onSubmit: ask }} submit={t('callOff')}>
        <TextArea {...form.field('reason', t('callOffReason'))} rows={3} max={LIMITS.reason.max} published />
      </Form>
      {isAsked && (
        <Dialog title={t('callOffSure')} onClose={() => setAsked(false)}>
          <p lang={vote.language}>
            <strong>{vote.question}</strong>
          </p>
          <p>{t('callOffFinal')}</p>
          <div className="mv-actions">
            <Button color="danger" onClick={act}>
              {t('callOff')}
            </Button>
            <Button variant="tertiary" onClick={() => setAsked(false)}>
              {t('callOffKeep')}
            </Button>
          </div>
        </Dialog>
      )}
    </section>
  );
}
