import { Module } from '@nestjs/common';
import { DiscussionsModule } from '../discussions/discussions.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { InitiativesModule } from '../initiatives/initiatives.module.js';
import { CaseViews } from './case-views.js';
import { CasesService } from './cases.service.js';
import { ContributionGate } from './contribution-gate.service.js';
import { ContributionRulesController } from './contribution-rules.controller.js';
import { ContributionRulesService } from './contribution-rules.service.js';
import { ChangesService } from './changes.service.js';
import { DecisionsService } from './decisions.service.js';
import { FiltersService } from './filters.service.js';
import { ModerationController } from './moderation.controller.js';
import { ModerationSettingsController } from './moderation-settings.controller.js';
import { QuarantinesService } from './quarantines.service.js';
import { QueueController } from './queue.controller.js';
import { QueueService } from './queue.service.js';
import { ReportsController } from './reports.controller.js';
import { ReportsService } from './reports.service.js';
import { StatementsController } from './statements.controller.js';
import { StatementsService } from './statements.service.js';
import { TemplatesService } from './templates.service.js';
import { RemindersService } from './reminders.service.js';

@Module({
  imports: [IdentityModule, DiscussionsModule, InitiativesModule],
  controllers: [
    ReportsController,
    QueueController,
    ModerationController,
    ModerationSettingsController,
    StatementsController,
    ContributionRulesController,
  ],
  providers: [
    CaseViews,
    CasesService,
    ContributionGate,
    ContributionRulesService,
    ReportsService,
    QueueService,
    FiltersService,
    ChangesService,
    QuarantinesService,
    TemplatesService,
    StatementsService,
    DecisionsService,
    RemindersService,
  ],
  exports: [
    CaseViews,
    CasesService,
    QueueService,
    ReportsService,
    DecisionsService,
    QuarantinesService,
    StatementsService,
  ],
})
export class ModerationModule {}
