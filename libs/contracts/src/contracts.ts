/** What OpenAPI cannot say: the codes of errors, the shared limits and the words of the socket. */
export { LANGUAGES, ROLES, type Language, type Role } from './vocabulary.js';
export {
  PROBLEM_CODES,
  type FieldCode,
  type FieldProblem,
  type ProblemBody,
  type ProblemCode,
} from './problems.js';
export { LIMITS } from './limits.js';
export { type ClientToServer, type RoomKind, type ServerToClient, roomOf } from './realtime.js';
