/**
 * A ledger of ballots: a Merkle tree over signed entries, with checkpoints, receipts and the verifier of an exported
 * file. Pure: knows nothing of how ballots are cast, kept or counted.
 */
export { canonical, type Json } from './canonical.json.js';
export {
  EMPTY_ROOT,
  Frontier,
  combine,
  consistencyProof,
  inclusionProof,
  leafHash,
  nodesOf,
  rangesOfInclusion,
  rootOf,
  verifyConsistency,
  verifyInclusion,
  type TreeNode,
} from './merkle.tree.js';
export { LedgerKey, keyOf, verifySignature } from './ledger.key.js';
export { commitmentTo, entryText, makeNonce, type LedgerEntry, type Opening } from './ledger.entry.js';
export { CALLED_OFF, checkpointText, isCalledOff, type Checkpoint } from './checkpoint.js';
export { readReceipt, readReceipts, unquoted, writeReceipt, type Receipt } from './receipt.js';
export { boxLine, checkpointLine, endLine, entryLine, linesOf, type LedgerBox } from './ledger.file.js';
export {
  verifyLedger,
  type Counting,
  type LedgerFault,
  type ReceiptFinding,
  type Verification,
} from './ledger.verifier.js';
