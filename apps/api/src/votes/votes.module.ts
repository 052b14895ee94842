import { Module } from '@nestjs/common';
import { BallotsModule } from '../ballots/ballots.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { InitiativesModule } from '../initiatives/initiatives.module.js';
import { InvolvementModule } from '../involvement/involvement.module.js';
import { PoliciesModule } from '../policies/policies.module.js';
import { VotesController } from './votes.controller.js';
import { VotesService } from './votes.service.js';

@Module({
  imports: [IdentityModule, PoliciesModule, BallotsModule, InitiativesModule, InvolvementModule],
  controllers: [VotesController],
  providers: [VotesService],
  exports: [VotesService],
})
export class VotesModule {}
