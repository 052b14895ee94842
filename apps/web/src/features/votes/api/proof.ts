import { mutationOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../lib/api.js';
import { toProblem } from '../../../lib/api-problem.js';
import { checkReceipt, parseReceipt, type Finding } from '../receipt.check.js';

/** Asks for the proof of a receipt's ballot and checks it here, in the browser. */
export const checkMutation = (municipality: string) =>
  mutationOptions({
    mutationFn: async (typed: string, ctx): Promise<Finding> => {
      const receipt = parseReceipt(typed);
      if (!receipt) return { is: 'not-a-receipt' };
      try {
        const proof = await unwrap(
          api(ctx).GET('/api/municipalities/{municipality}/ballots/{boxId}/proof', {
            params: { path: { municipality, boxId: receipt.box }, query: { index: receipt.index } },
          }),
        );
        return await checkReceipt(receipt, proof);
      } catch (cause) {
        if (toProblem(cause).status === 404) return { is: 'missing' };
        throw cause;
      }
    },
  });
