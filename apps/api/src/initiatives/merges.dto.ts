import { LIMITS } from '@medvind/contracts';
import { Flag, Id, Instant, Part, Text } from '../platform/http/fields.js';

export class InitiativeMergeInput {
  /** What it is to be merged into: "F-12". */
  @Text({ max: 20 }) into: string;
  /** Why; everyone can read it once it is done. */
  @Text({ ...LIMITS.reason, published: true }) reason: string;
}

export class MergePart {
  @Id() id: string;
  @Text() reference: string;
  /** null: hidden. */
  @Text({ nullable: true }) title: string | null;
  @Text() language: string;
  /** Whoever proposed it first, then those who stand behind it; those without an account and of what is hidden left out. */
  @Text({ array: true }) proposers: string[];
  /** Whether its proposer has agreed. */
  @Flag() agreed: boolean;
}

export class MergeAbilities {
  @Flag() agree: boolean;
  @Flag() decline: boolean;
  @Flag() undo: boolean;
}

export class MergeView {
  @Id() id: string;
  @Part(() => MergePart) from: MergePart;
  @Part(() => MergePart) into: MergePart;
  @Text() reason: string;
  /** One can be against the one, and only support the other: who is against it or blank does not go along. */
  @Flag() leavesVotes: boolean;
  /** null: it waits for both proposers. */
  @Instant({ nullable: true }) mergedAt: string | null;
  @Part(() => MergeAbilities) can: MergeAbilities;
}

export class MergesAbilities {
  @Flag() propose: boolean;
}

export class MergeList {
  /** Of this initiative with others: done, and for those concerned proposed. */
  @Part(() => MergeView, { array: true }) items: MergeView[];
  @Part(() => MergesAbilities) can: MergesAbilities;
}
