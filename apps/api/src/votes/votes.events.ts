import type { Vote } from './vote.entity.js';

/** Its page is not what it was; pages that show it ask again. Of a hidden vote: that it opened or closed. */
export class VoteChanged {
  constructor(
    readonly voteId: string,
    readonly revision: number,
  ) {}
}

/** It ended without being counted. */
export class VoteCalledOff {
  constructor(readonly vote: Vote) {}
}

export class VotePublished {
  constructor(readonly vote: Vote) {}
}
