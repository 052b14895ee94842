import { INITIATIVE_OUTCOMES } from '@medvind/contracts';
import type { Schema } from '@medvind/api-client';
import type { Translate } from '../../i18n/i18n.js';

export interface NoticeWords {
  title: string;
  text?: string;
}

/** Steps of an initiative. */
const VOTE_STEPS = ['opened', 'called-off', 'closed'] as const;
const MOVES = [
  'reach',
  'reach-higher',
  'expire',
  'rewrite',
  'reject',
  'hand-over',
  'consider',
  'extend',
  'overdue',
  'undecide',
  'plan',
  'carry-out',
  'withdraw',
  'merge',
  'undo',
] as const;

const MERGES = ['agree', 'decline', 'merge', 'take-back', 'undo'] as const;

const RESTRICTIONS = ['warning', 'suspension', 'dropped'] as const;

const PROGRESS = ['reached', 'expired', 'answered'] as const;

/**
 * What happened, in the reader's words.
 * @param dayOf the last day before a deadline, which is the end of a day
 */
export function wordsOf(
  { kind, details }: Pick<Schema<'NotificationView'>, 'kind' | 'details'>,
  t: Translate<'notifications'>,
  dayOf: (deadline: string) => string = String,
): NoticeWords {
  const { title = '', reference = '', count = 1, contribution = 'comment', action = 'keep' } = details;
  // A year is no amount: it has no separator of thousands.
  const year = details.year === undefined ? '' : String(details.year);
  const known = INITIATIVE_OUTCOMES.find((outcome) => outcome === details.outcome);
  const outcome = known ? t(`outcomes.${known}`) : '';
  switch (kind) {
    case 'comment-answered':
      return {
        title: t(`kinds.${kind}`, { name: details.name }),
        text: t('kinds.comment-answered-in', { title }),
      };
    case 'contribution-hidden':
    case 'contribution-restored':
    case 'contribution-published':
    case 'contribution-held':
    case 'contribution-edited':
      return { title: t(`kinds.${kind}.${contribution}`) };
    case 'contribution-moved':
      return { title: t(`kinds.${kind}`) };
    case 'report-answered':
      return { title: t(`kinds.${kind}.${action}`), text: t(`kinds.report-text.${action}`) };
    case 'appeal-decided':
      return { title: t(`kinds.${kind}.${details.outcome === 'upheld' ? 'upheld' : 'turned-down'}`) };
    case 'hearing-opened':
      return { title: t(`kinds.${kind}`), text: t('kinds.hearing-opened-text') };
    case 'restriction-decided':
      return {
        title: t(`kinds.${kind}.${RESTRICTIONS.find((known) => known === details.outcome) ?? 'dropped'}`),
      };
    case 'restriction-ended':
      return { title: t(`kinds.${kind}`) };
    case 'input-linked':
      return { title: t(`kinds.${kind}`, { count, title }), text: t('kinds.input-linked-text') };
    case 'theme-answered':
      return {
        title: t(`kinds.${kind}`, { count }),
        text: t('kinds.theme-answered-text', { outcome, title, theme: details.theme }),
      };
    case 'input-planned':
      return { title: t(`kinds.${kind}`, { count, year }), text: title };
    case 'result-reported':
      return {
        title: t(`kinds.${kind}`, { count }),
        text: [title, details.result].filter(Boolean).join(': '),
      };
    case 'initiative-reached':
      return {
        title: t(`kinds.${kind}`, { title }),
        text: t('kinds.initiative-reached-text', { threshold: details.threshold }),
      };
    case 'initiative-expired':
      return {
        title: t(`kinds.${kind}`, { title }),
        text: t('kinds.initiative-expired-text', { support: details.support, threshold: details.threshold }),
      };
    case 'initiative-moved':
    case 'supported-moved': {
      const move = MOVES.find((known) => known === details.outcome);
      const said = kind === 'supported-moved' && details.voted ? 'voted-moved' : kind;
      const merged = move === 'merge' || move === 'undo';
      const text =
        merged && details.voted
          ? t(`kinds.voted-merge.${move === 'merge' && details.leavesVotes ? 'support' : move}`, {
              reference,
            })
          : move === 'hand-over' && details.name
            ? t('kinds.moved.hand-over-to', { body: details.name })
            : move && t(`kinds.moved.${move}`, { reference });
      return { title: t(`kinds.${said}`, { title }), ...(text && { text }) };
    }
    case 'merge-asked':
      return { title: t(`kinds.${kind}`, { title, reference }) };
    case 'merge-answered': {
      const answer = MERGES.find((known) => known === details.outcome) ?? 'decline';
      return { title: t(`kinds.${kind}.${answer}`, { title, reference }) };
    }
    case 'co-proposer-confirmed':
      return {
        title: t(`kinds.${kind}`, { title, name: details.name ?? '' }),
        ...(details.outcome === 'ready' && { text: t('kinds.all-confirmed') }),
      };
    case 'handler-named':
    case 'case-assigned':
    case 'opinion-asked':
    case 'opinion-given':
      return { title: t(`kinds.${kind}`, { title, name: details.name ?? '' }) };
    case 'deadline-near':
    case 'deadline-late':
      return {
        title: t(`kinds.${kind}.${details.due ?? 'decision'}`, { title }),
        ...(details.by && { text: t('kinds.deadline', { date: dayOf(details.by) }) }),
      };
    case 'initiative-answered':
    case 'supported-answered':
      return {
        title: t(`kinds.${kind === 'supported-answered' && details.voted ? 'voted-answered' : kind}`, {
          title,
        }),
        text: outcome,
      };
    case 'mentioned':
      return {
        title: t(`kinds.${kind}`, { name: details.name }),
        text: t('kinds.comment-answered-in', { title }),
      };
    case 'followed-comments':
      return { title: t(`kinds.${kind}`, { count, title }) };
    case 'followed-initiative':
    case 'followed-process':
    case 'followed-answer':
      return { title: t(`kinds.${kind}`, { title }) };
    case 'followed-progress':
      return {
        title: t(`kinds.${kind}`, { title }),
        text: t(`kinds.progress.${PROGRESS.find((step) => step === details.outcome) ?? 'answered'}`),
      };
    case 'vote-ended':
    case 'followed-vote': {
      const step = VOTE_STEPS.find((known) => known === details.outcome) ?? 'closed';
      return { title: t(`kinds.${kind}`, { title }), text: t(`kinds.vote.${step}`) };
    }
    case 'followed-plan':
      return { title: t(`kinds.${kind}`, { title, year }) };
  }
}
