import { Module } from '@nestjs/common';
import { DiscussionsModule } from '../discussions/discussions.module.js';
import { PoliciesModule } from '../policies/policies.module.js';
import { InitiativeRulesController } from './initiative-rules.controller.js';
import { InitiativeRulesService } from './initiative-rules.service.js';
import { InitiativesController } from './initiatives.controller.js';
import { InitiativesService } from './initiatives.service.js';
import { ProposalsService } from './proposals.service.js';
import { SupportsController } from './supports.controller.js';
import { SupportsService } from './supports.service.js';

@Module({
  imports: [PoliciesModule, DiscussionsModule],
  controllers: [InitiativeRulesController, InitiativesController, SupportsController],
  providers: [InitiativeRulesService, InitiativesService, ProposalsService, SupportsService],
  exports: [InitiativeRulesService, InitiativesService, ProposalsService, SupportsService],
})
export class InitiativesModule {}
