import { Module } from '@nestjs/common';
import { DiscussionsModule } from '../discussions/discussions.module.js';
import { InitiativesModule } from '../initiatives/initiatives.module.js';
import { CasesService } from './cases.service.js';
import { ContributionGate } from './contribution-gate.service.js';
import { ContributionRulesController } from './contribution-rules.controller.js';
import { ContributionRulesService } from './contribution-rules.service.js';
import { DecisionsService } from './decisions.service.js';
import { ModerationController } from './moderation.controller.js';
import { ReportsController } from './reports.controller.js';
import { ReportsService } from './reports.service.js';

@Module({
  imports: [DiscussionsModule, InitiativesModule],
  controllers: [ReportsController, ModerationController, ContributionRulesController],
  providers: [CasesService, ContributionGate, ContributionRulesService, ReportsService, DecisionsService],
  exports: [CasesService, ReportsService, DecisionsService],
})
export class ModerationModule {}
