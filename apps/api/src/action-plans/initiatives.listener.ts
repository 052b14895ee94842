import { Injectable } from '@nestjs/common';
import type { Contribution } from '../initiatives/contributions.js';
import { LivesService } from '../initiatives/lives.service.js';
import { Events } from '../platform/events/events.js';
import { InputPlanned, ResultReported } from './action-plans.events.js';

/** An initiative that was accepted lives on in the plan that takes it up. */
@Injectable()
export class InitiativesListener {
  constructor(events: Events, lives: LivesService) {
    events.within(InputPlanned, (ctx, { contributions }) =>
      lives.moveAll(ctx, initiativesOf(contributions), 'plan'),
    );
    events.within(ResultReported, (ctx, { contributions }) =>
      lives.moveAll(ctx, initiativesOf(contributions), 'carry-out'),
    );
  }
}

const initiativesOf = (contributions: readonly Contribution[]): string[] =>
  contributions.filter(({ kind }) => kind === 'initiative').map(({ id }) => id);
