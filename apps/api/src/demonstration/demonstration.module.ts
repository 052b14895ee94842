import { Module } from '@nestjs/common';
import { BallotsModule } from '../ballots/ballots.module.js';
import { PoliciesModule } from '../policies/policies.module.js';
import { VotesModule } from '../votes/votes.module.js';
import { Demonstration } from './demonstration.js';

@Module({
  imports: [PoliciesModule, BallotsModule, VotesModule],
  providers: [Demonstration],
  exports: [Demonstration],
})
export class DemonstrationModule {}
