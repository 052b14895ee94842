import type { Schema } from '@medvind/api-client';
import type { Vote } from './api/vote.js';

type Result = Pick<Schema<'VoteResultView'>, 'outcome' | 'winners' | 'final' | 'ballots' | 'majority'>;

/**
 * What a result comes to in one sentence, by the name of its text. Whoever is asked for or against wants to know whether
 * it was carried, whatever kept it from it; nothing is settled before the close, nor said as if it were.
 */
export function headlineOf({ kind, method }: Pick<Vote, 'kind' | 'method'>, result: Result) {
  const { outcome, winners, final, ballots, majority } = result;
  if (ballots === 0) return final ? 'nobody' : 'nobodyYet';
  if (!final)
    return outcome === 'no-ballots'
      ? 'nothingYet'
      : winners.length > 1 && method !== 'sum'
        ? 'level'
        : 'leading';
  if (kind !== 'for-against') return outcome === 'decided' && method === 'sum' ? 'shared' : outcome;
  if (outcome === 'no-quorum') return 'motionNoQuorum';
  if (outcome === 'no-ballots') return 'motionBlank';
  if (majority && !majority.met) return 'motionMissed';
  if (outcome === 'tied') return 'motionTied';
  return winners[0] === 'for' ? 'carried' : 'fallen';
}
