import { isReasonIn, LEGAL_CODES, type FieldProblem, type ReasonCode } from '@medvind/contracts';
import type { RequestContext } from '../platform/http/context.js';

export {
  LEGAL_CODES,
  REASON_CODES,
  REPORT_CODES,
  isReasonIn,
  type LegalCode,
  type ReasonCode,
  type ReportCode,
} from '@medvind/contracts';

/** What somebody says is against the law is looked at before the rest. */
export const isSaidIllegal = (code: ReasonCode): boolean =>
  code === 'threat' || code === 'illegal' || LEGAL_CODES.some((legal) => legal === code);

/** A reason can only be one that is offered where it is given: what a country's law does not know, nobody is told. */
export const getReasonFaults = (
  { municipality }: Pick<RequestContext, 'municipality'>,
  code: ReasonCode | null | undefined,
): FieldProblem[] =>
  code && !isReasonIn(municipality?.language ?? 'da', code)
    ? [{ field: 'reasonCode', code: 'not-offered' }]
    : [];
