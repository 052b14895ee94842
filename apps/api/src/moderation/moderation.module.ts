import { Module } from '@nestjs/common';
import { DiscussionsModule } from '../discussions/discussions.module.js';
import { InitiativesModule } from '../initiatives/initiatives.module.js';
import { CasesService } from './cases.service.js';
import { DecisionsService } from './decisions.service.js';
import { ModerationController } from './moderation.controller.js';
import { ReportsController } from './reports.controller.js';
import { ReportsService } from './reports.service.js';

@Module({
  imports: [DiscussionsModule, InitiativesModule],
  controllers: [ReportsController, ModerationController],
  providers: [CasesService, ReportsService, DecisionsService],
  exports: [CasesService, ReportsService, DecisionsService],
})
export class ModerationModule {}
