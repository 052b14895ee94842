import { ApiProperty } from '@nestjs/swagger';
import { checkpointText, type Json } from '@medvind/ballot-ledger';
import { Flag, Id, Instant, OneOf, Part, Text, Whole } from '../platform/http/fields.js';
import {
  BALLOT_SUBJECTS,
  type BallotBox,
  type BallotSubject,
  type BallotTerms,
} from './ballot-box.entity.js';
import type { BallotCheckpoint } from './ballot-checkpoint.entity.js';

export class CheckpointView {
  /** How many entries it covers. */
  @Whole() size: number;
  /** Of the Merkle tree over them (RFC 9162), base64url. */
  @Text() root: string;
  @Instant() at: string;
  /** The box is closed. */
  @Flag() final: boolean;
  /** What was signed: JSON, with size and root in it. */
  @Text() text: string;
  /** Ed25519, base64url. */
  @Text() signature: string;
}

export class CheckpointPage {
  @Part(() => CheckpointView, { array: true }) items: CheckpointView[];
  @Text({ nullable: true }) next: string | null;
}

export class ProofQuery {
  @Whole({ min: 0 }) index: number;
}

export class BallotBoxView {
  @Id() id: string;
  @OneOf(BALLOT_SUBJECTS, 'BallotSubject') subjectKind: BallotSubject;
  @Id() subjectId: string;
  /** What is asked and how it is counted; bound into every checkpoint. */
  @ApiProperty({ type: 'object', additionalProperties: true }) terms: BallotTerms;
  /** Ed25519, 32 bytes, base64url. */
  @Text() publicKey: string;
  @Instant() opensAt: string;
  @Instant({ nullable: true }) closesAt: string | null;
  @Instant({ nullable: true }) closedAt: string | null;
  /** It ended without being counted. */
  @Flag() calledOff: boolean;
  /** null: nothing was signed yet. */
  @Part(() => CheckpointView, { nullable: true }) checkpoint: CheckpointView | null;
}

/** What the municipality signs ballots with, to compare a downloaded ledger's with. */
export class BallotKeys {
  /** Ed25519, 32 bytes, base64url; the one in use first, then those former ledgers were signed with. */
  @Text({ array: true }) publicKeys: string[];
}

/** That an entry stands in the ledger, for whoever has its receipt. */
export class ProofView {
  @Whole() index: number;
  /** The hash of what stands there now; the way to the root begins at what was signed. */
  @Text() leaf: string;
  @Text() publicKey: string;
  /** null: it is younger than the last checkpoint; the next comes within a minute. */
  @Part(() => CheckpointView, { nullable: true }) checkpoint: CheckpointView | null;
  /** The hashes beside its way to the root, the deepest first; base64url. */
  @Text({ array: true }) path: string[];
  /** Its vote was called off: it is kept, and counts for nothing. */
  @Flag() calledOff: boolean;
  /** Its voter changed or withdrew it since. */
  @Flag() replaced: boolean;
  /** The last its voter said takes the vote back; null: the ledger does not tell, what it says is hidden. */
  @Flag({ nullable: true }) withdrawn: boolean | null;
}

export const mapCheckpoint = (
  box: Pick<BallotBox, 'id' | 'terms'>,
  row: BallotCheckpoint,
): CheckpointView => {
  const { size, root, final, signature } = row;
  const at = row.at.toISOString();
  const text = checkpointText(box.id, box.terms, { size, root, at, final, result: row.result as Json });
  return { size, root, at, final, text, signature };
};

export const mapBox = (box: BallotBox, checkpoint: BallotCheckpoint | null): BallotBoxView => ({
  id: box.id,
  subjectKind: box.subjectKind,
  subjectId: box.subjectId,
  terms: box.terms,
  publicKey: box.publicKey,
  opensAt: box.opensAt.toISOString(),
  closesAt: box.closesAt?.toISOString() ?? null,
  closedAt: box.closedAt?.toISOString() ?? null,
  calledOff: box.calledOff,
  checkpoint: checkpoint && mapCheckpoint(box, checkpoint),
});
