import type { BallotBox } from './ballot-box.entity.js';

/** Somebody voted, changed or withdrew their vote. Says neither who nor what. */
export class BallotCast {
  constructor(readonly box: Pick<BallotBox, 'id' | 'subjectKind' | 'subjectId' | 'hidden' | 'size'>) {}
}

/** No ballot is taken any more, and the result is published unless it was called off. */
export class BallotBoxClosed {
  constructor(readonly box: Pick<BallotBox, 'id' | 'subjectKind' | 'subjectId' | 'calledOff'>) {}
}
