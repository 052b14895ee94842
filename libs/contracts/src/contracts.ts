/** What OpenAPI cannot say: the codes of errors, the shared limits, the words of the field and those of the socket. */
export {
  CONTRIBUTION_RULES,
  EVIDENCES,
  GROUPS,
  INITIATIVE_OUTCOMES,
  LANGUAGES,
  LEGAL_CODES,
  REASON_CODES,
  REJECTIONS,
  REPORT_CODES,
  ROLES,
  isReasonIn,
  type ContributionRule,
  type Evidence,
  type Group,
  type InitiativeOutcome,
  type Language,
  type LegalCode,
  type ReasonCode,
  type Rejection,
  type ReportCode,
  type Role,
} from './vocabulary.js';
export {
  PROBLEM_CODES,
  type FieldCode,
  type FieldProblem,
  type ProblemBody,
  type ProblemCode,
} from './problems.js';
export { LIMITS } from './limits.js';
export { type ClientToServer, type RoomKind, type ServerToClient, roomOf } from './realtime.js';
