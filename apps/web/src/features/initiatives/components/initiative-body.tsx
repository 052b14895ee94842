import { useSuspenseQuery } from '@tanstack/react-query';
import { lazy, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useFormat } from '../../../lib/format.js';
import { useMunicipality, usePath } from '../../../lib/municipality.js';
import { Alert } from '../../../ui/alert.js';
import { Blocks } from '../../../ui/blocks.js';
import { Held } from '../../../ui/held.js';
import { Link } from '../../../ui/link.js';
import { Optional } from '../../../ui/optional.js';
import { Page } from '../../../ui/page.js';
import { useProblemText } from '../../../ui/problem-text.js';
import { Time } from '../../../ui/time.js';
import { initiativeQuery } from '../api/initiative.js';
import { isConfirmed } from '../confirmed.js';
import type { Initiative } from '../api/initiatives.js';
import { Answer } from './answer.js';
import { Merges } from './merges.js';
import { Papers } from './papers.js';
import { Pictures } from './pictures.js';
import { Place } from './place.js';
import { Remarks } from './remarks.js';
import { StateTag } from './state-tag.js';
import { SupportPanel } from './support-panel.js';
import { Timeline, type Told } from './timeline.js';
import { useInitiativeLive } from './use-initiative-live.js';
import { Withdraw } from './withdraw.js';

// Few who read an initiative prepare or handle it.
const Preparation = lazy(() => import('./preparation.js'));
const Moves = lazy(() => import('./moves.js'));

/** Why somebody cannot take back alone what they proposed. */
const MERGED = 'merged-not-withdrawable';

interface InitiativeBodyProps {
  initiativeId: string;
  /** What other features let one do with it, e.g. report it. */
  actions?: (initiative: Initiative) => ReactNode;
  /** What came of it elsewhere. */
  told?: readonly Told[];
  /** What is said of it. */
  discussion?: ReactNode;
}

/** What is not published is its proposer's alone, and what is hidden is not gone on about. */
export const isSpokenOf = ({ publishedAt, hidden }: Initiative): boolean => publishedAt !== null && !hidden;

/** The whole page of an initiative; `app/pages/initiative.page.tsx` puts it together with the other features. */
export function InitiativeBody({ initiativeId, actions, told, discussion }: InitiativeBodyProps) {
  const { t } = useTranslation('initiatives');
  const { slug } = useMunicipality();
  const path = usePath();
  const invitation = useSearchParams()[0].get('invitation');
  const initiative = useSuspenseQuery(initiativeQuery(slug, initiativeId, invitation)).data;
  useInitiativeLive(slug, initiative);
  const problemText = useProblemText();
  const merged = initiative.blockers.withdrawal.some(({ type }) => type === MERGED) && MERGED;
  const { title, text, blocks, language, goal, reference, publishedAt } = initiative;
  return (
    <Page
      title={title ?? t('hiddenTitle')}
      titleLang={title === null ? undefined : language}
      description={text?.slice(0, 160) ?? undefined}
      hidden={publishedAt === null || initiative.hidden}
      breadcrumbs={[{ label: t('title'), to: path('initiatives') }]}
      kicker={
        <>
          <StateTag initiative={initiative} confirmed={isConfirmed(initiative)} />
          {reference}
        </>
      }
      lead={<Proposed initiative={initiative} />}
    >
      <div className="mv-initiative">
        <div className="mv-initiative-main">
          <Notices initiative={initiative} />
          {isSpokenOf(initiative) && <Merges initiative={initiative} />}
          <Blocks blocks={blocks} lang={language} />
          <p className="mv-note">
            {t('underGoal')}: <Link to={path('goals', goal.id)}>{goal.title}</Link>
          </p>
          <Pictures initiative={initiative} invitation={invitation} />
          {isSpokenOf(initiative) && <Remarks initiative={initiative} />}
          <Place initiative={initiative} />
          <Answer initiative={initiative} />
        </div>
        {!initiative.hidden &&
          (publishedAt === null ? (
            <Optional>
              <Preparation initiative={initiative} invitation={invitation} />
            </Optional>
          ) : (
            <SupportPanel initiative={initiative} />
          ))}
        <div className="mv-initiative-main">
          {isSpokenOf(initiative) && <Timeline initiative={initiative} told={told} />}
          {initiative.can.moves.length > 0 && (
            <Optional>
              <Moves initiative={initiative} />
            </Optional>
          )}
          {(initiative.can.withdraw || actions) && (
            <div className="mv-actions mv-aside">
              {initiative.can.withdraw && <Withdraw initiative={initiative} />}
              {merged && <p className="mv-note">{problemText({ code: merged })}</p>}
              {isSpokenOf(initiative) && <Papers initiative={initiative} />}
              {actions?.(initiative)}
            </div>
          )}
        </div>
      </div>
      {isSpokenOf(initiative) && discussion}
    </Page>
  );
}

function Proposed({
  initiative: { proposer, publishedAt, hidden, coProposers },
}: {
  initiative: Initiative;
}) {
  const { t } = useTranslation('initiatives');
  const { t: life } = useTranslation('initiative-life');
  const { list } = useFormat();
  if (!proposer && hidden) return null;
  return (
    <span className="mv-note">
      {!proposer
        ? t('proposerGone')
        : proposer.me
          ? t('proposedByYou')
          : t('proposedBy', { name: proposer.name })}
      {publishedAt && (
        <>
          , <Time at={publishedAt} />
        </>
      )}
      {coProposers.length > 0 && `. ${life('coProposers', { names: list(coProposers) })}`}
    </span>
  );
}

function Notices({ initiative }: { initiative: Initiative }) {
  const { t } = useTranslation('initiatives');
  const { date } = useFormat();
  const { t: life } = useTranslation('initiative-life');
  const { hidden, hiddenReason, held, heldReason, withdrawnAt, withdrawnReason, state, can } = initiative;
  return (
    <>
      {hidden && hiddenReason === 'short-of-support' && (
        <Alert title={life('short.title')}>
          <p>{life('short.text')}</p>
        </Alert>
      )}
      {hidden && hiddenReason !== 'short-of-support' && (
        <Alert tone="warning" title={t('hidden.title')}>
          {hiddenReason && <p>{hiddenReason}</p>}
          {can.moderate && <p>{t('hidden.stillReadable')}</p>}
        </Alert>
      )}
      {held && !hidden && (
        <Alert title={t('draft.heldTitle')}>
          <Held
            reason={heldReason}
            detail={initiative.heldDetail}
            traced={can.moderate ? `initiative=${initiative.id}` : undefined}
          />
        </Alert>
      )}
      {state === 'withdrawn' && withdrawnAt && (
        <Alert title={t('withdrawn.title', { date: date(withdrawnAt) })}>
          {withdrawnReason && <p lang={initiative.language}>{withdrawnReason}</p>}
        </Alert>
      )}
    </>
  );
}
