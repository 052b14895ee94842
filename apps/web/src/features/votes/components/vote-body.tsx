import type { ReactNode } from 'react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useFormat } from '../../../lib/format.js';
import { gapsIn } from '../../../lib/gaps.js';
import { useMunicipality, usePath } from '../../../lib/municipality.js';
import { Alert } from '../../../ui/alert.js';
import { Blocks } from '../../../ui/blocks.js';
import { LinkButton } from '../../../ui/button.js';
import { Heading } from '../../../ui/heading.js';
import { Link } from '../../../ui/link.js';
import { Page } from '../../../ui/page.js';
import { Time } from '../../../ui/time.js';
import { voteQuery, type Vote } from '../api/vote.js';
import { useWhoMay } from '../who-may.js';
import { OwnBallot } from './own-ballot.js';
import { VoteResult } from './result.js';
import { StateTag } from './state-tag.js';
import { useVoteLive } from './use-vote-live.js';

/** A vote's whole page; `follow`: what other features put beside its title. */
export function VoteBody({ follow }: { follow?: ReactNode }) {
  const { t } = useTranslation('votes');
  const { voteId = '' } = useParams();
  const { slug } = useMunicipality();
  const { date } = useFormat();
  const path = usePath();
  const vote = useSuspenseQuery(voteQuery(slug, voteId)).data;
  useVoteLive(slug, vote);
  const { question, language, state, blocks, opensAt, closesAt, result, goal } = vote;
  return (
    <Page
      title={question}
      titleLang={language}
      hidden={state === 'draft'}
      breadcrumbs={[{ label: t('title'), to: path('votes') }]}
      kicker={<StateTag state={state} />}
      lead={
        <span className="mv-note" suppressHydrationWarning>
          {t('period', { from: date(opensAt, 'moment'), to: date(closesAt, 'moment') })}
        </span>
      }
      actions={
        <>
          {(vote.can.edit || vote.can.callOff) && (
            <LinkButton to={path('staff', 'votes', voteId)} variant="secondary">
              {t(vote.can.edit ? 'edit' : 'callOff')}
            </LinkButton>
          )}
          {state !== 'draft' && follow}
        </>
      }
    >
      <CalledOff vote={vote} />
      <div className="mv-vote-about">
        <Blocks blocks={blocks} lang={language} />
        {/* Whoever votes now has them on the ballot. */}
        {(state !== 'open' || gapsIn(vote.blockers).length > 0) && <Answers vote={vote} />}
        <p className="mv-note">
          {t('underGoal')}: <Link to={path('goals', goal.id)}>{goal.title}</Link>
        </p>
        <About vote={vote} />
      </div>
      <div className="mv-initiative mv-vote-page">
        {/* First what one came for; beside the rest where there is room. */}
        {state !== 'draft' && <OwnBallot vote={vote} />}
        <div className="mv-initiative-main">
          {result && <VoteResult vote={vote} result={result} />}
          {!result && state === 'closed' && <p role="status">{t('result.counting')}</p>}
          {!result && state === 'open' && vote.hidden && <p className="mv-note">{t('result.hidden')}</p>}
          <Rules vote={vote} />
          {vote.boxId && hasOpened(vote) && <Openness slug={slug} vote={vote} />}
        </div>
      </div>
    </Page>
  );
}

/** What was called off before it opened has no ballots to speak of. */
const hasOpened = ({ opensAt, calledOffAt }: Vote): boolean => calledOffAt === null || calledOffAt > opensAt;

/** What can be answered, and what each answer means. */
function Answers({ vote: { kind, options, language } }: { vote: Vote }) {
  const { t } = useTranslation('votes');
  const answers =
    kind === 'for-against'
      ? (['for', 'against', 'blank'] as const).map((key) => ({
          key,
          title: t(`forAgainst.${key}`),
          text: '',
        }))
      : options;
  return (
    <>
      <p>
        <strong>{t('answers')}</strong>
      </p>
      <ul lang={kind === 'for-against' ? undefined : language}>
        {answers.map(({ key, title, text }) => (
          <li key={key}>
            {title}
            {text && <span className="mv-note"> {text}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

function CalledOff({ vote }: { vote: Vote }) {
  const { t } = useTranslation('votes');
  const { calledOffAt, calledOffReason, language } = vote;
  if (!calledOffAt) return null;
  return (
    <Alert tone="warning" title={t('calledOff.title')}>
      <p lang={language}>{calledOffReason}</p>
      <p>{t(hasOpened(vote) ? 'calledOff.means' : 'calledOff.before')}</p>
      <p className="mv-note">
        <Time at={calledOffAt} style="moment" />
      </p>
    </Alert>
  );
}

function About({ vote: { initiative, process } }: { vote: Vote }) {
  const { t } = useTranslation('votes');
  const path = usePath();
  return (
    <>
      {initiative && (
        <p className="mv-note">
          {t('about.initiative')}: <Link to={path('initiatives', initiative.id)}>{initiative.title}</Link>
        </p>
      )}
      {process && (
        <p className="mv-note">
          {t('about.process')}: <Link to={path('processes', process.id)}>{process.title}</Link>
        </p>
      )}
    </>
  );
}

/** The rule in words, before there is anything to count. */
function Rules({ vote }: { vote: Vote }) {
  const { t } = useTranslation('votes');
  const who = useWhoMay();
  const { state, kind, method, majority, quorum, hidden, voter, result } = vote;
  const isOver = state === 'closed' || state === 'called-off';
  const isSeen = hasOpened(vote);
  return (
    <section className="mv-section" aria-labelledby="rules">
      <Heading level={2} size="xs" id="rules">
        {t('rules.title')}
      </Heading>
      <ul>
        <li>{who(voter, isOver)}</li>
        {/* Beside a result it stands there. */}
        {!result && kind !== 'for-against' && <li>{t(`result.method.${method}`)}</li>}
        {!result && majority !== 'most' && <li>{t(`result.majority.${majority}`)}</li>}
        {quorum !== null && <li>{t(isOver ? 'rules.quorumOver' : 'rules.quorum', { count: quorum })}</li>}
        {isSeen && !hidden && <li>{t(isOver ? 'rules.openOver' : 'rules.open')}</li>}
        {isSeen && hidden && (
          <li>
            {t(state === 'called-off' ? 'rules.hiddenForGood' : isOver ? 'rules.hiddenOver' : 'rules.hidden')}
          </li>
        )}
        {hidden && !isOver && <li>{t('rules.seen')}</li>}
      </ul>
    </section>
  );
}

/** Anyone can check the count. */
function Openness({ slug, vote }: { slug: string; vote: Vote }) {
  const { t } = useTranslation('votes');
  const path = usePath();
  return (
    <section className="mv-section" aria-labelledby="openness">
      <Heading level={2} size="xs" id="openness">
        {t('openness.title')}
      </Heading>
      <p>{t('openness.what')}</p>
      <ul>
        <li>
          <Link to={path('votes', vote.id, 'check')}>{t('check.title')}</Link>
        </li>
        <li>
          <a className="ds-link" href={`/api/municipalities/${slug}/ballots/${vote.boxId}/ledger`} download>
            {t('openness.download')}
          </a>
        </li>
      </ul>
    </section>
  );
}
