import type { Schema } from '@medvind/api-client';
import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';
import { toProblem } from '../../../lib/api-problem.js';
import { checkReceipt, isGenuine, parseReceipt, type Asked, type Finding } from '../receipt.check.js';

/** What the municipality signs with, to compare a downloaded ledger's key with. */
export const ballotKeysQuery = (municipality: string) =>
  queryOptions({
    queryKey: ['ballot-keys', municipality],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/ballots/keys', {
          params: { path: { municipality } },
          signal: ctx.signal,
        }),
      ),
  });

export const boxQuery = (municipality: string, boxId: string) =>
  queryOptions({
    queryKey: ['ballot-box', municipality, boxId],
    queryFn: (ctx) =>
      unwrap(
        api(ctx).GET('/api/municipalities/{municipality}/ballots/{boxId}', {
          params: { path: { municipality, boxId } },
          signal: ctx.signal,
        }),
      ),
  });

/**
 * Asks for the proof of a receipt's ballot and checks it here, in the browser.
 * @param boxId of the vote it is checked on; null: whatever it belongs to
 * @param publicKeys what the municipality says it signs with
 */
export const checkMutation = (municipality: string, boxId: string | null, publicKeys: readonly string[]) =>
  mutationOptions({
    mutationFn: async (typed: string, ctx): Promise<Finding> => {
      const receipt = parseReceipt(typed);
      if (!receipt) return { is: 'not-a-receipt' };
      // What is damaged may name any box: it is asked of none.
      const genuine = await isGenuine(receipt, publicKeys);
      if (!genuine) return { is: genuine === null ? 'unable' : 'not-signed' };
      // Nothing is wrong with it: it is not asked of a ledger it was never in.
      if (boxId !== null && receipt.box !== boxId) return { is: 'other-vote' };
      const path = { municipality, boxId: receipt.box };
      let beside: Pick<Finding, 'isSupport' | 'asked'>;
      try {
        const box = await unwrap(
          api(ctx).GET('/api/municipalities/{municipality}/ballots/{boxId}', { params: { path } }),
        );
        beside = { isSupport: box.subjectKind === 'initiative', asked: askedIn(box.terms) };
      } catch (cause) {
        if (toProblem(cause).status === 404) return { is: 'elsewhere' };
        throw cause;
      }
      try {
        const proof = await unwrap(
          api(ctx).GET('/api/municipalities/{municipality}/ballots/{boxId}/proof', {
            params: { path, query: { index: receipt.index } },
          }),
        );
        return { ...(await checkReceipt(receipt, proof)), ...beside };
      } catch (cause) {
        if (toProblem(cause).status === 404) return { is: 'missing', ...beside };
        throw cause;
      }
    },
  });

/** As a vote binds it into its ledger's terms. */
function askedIn(terms: Schema<'BallotBoxView'>['terms']): Asked {
  const { paper, options } = terms as { paper?: { kind?: Asked['kind'] }; options?: Asked['options'] };
  return { kind: paper?.kind ?? 'for-against', options: options ?? [] };
}
