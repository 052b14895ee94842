import { LEGAL_CODES, type ReasonCode } from '@medvind/contracts';

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
