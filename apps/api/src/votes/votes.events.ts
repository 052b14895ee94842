import type { Vote } from './vote.entity.js';

/** Its page is not what it was; pages that show it ask again. Of a hidden vote: that it opened or closed. */
export class VoteChanged {
  constructor(
    readonly voteId: string,
    readonly revision: number,
  ) {}
}

/** Ballots are taken from now on. */
export class VoteOpened {
  constructor(readonly vote: Vote) {}
}

/** Its result is published. */
export class VoteClosed {
  constructor(readonly vote: Vote) {}
}

/** It ended without being counted. */
export class VoteCalledOff {
  constructor(readonly vote: Vote) {}
}

export class VotePublished {
  constructor(readonly vote: Vote) {}
}
