/** Finds in a text what tells of a person more than they may have meant: identity numbers, telephones, e-mail. */
export {
  findPersonalData,
  hasIdentityNumber,
  isIdentity,
  type Finding,
  type FindingKind,
} from './finding.js';
export { withoutFinding, withoutFindings } from './removal.js';
