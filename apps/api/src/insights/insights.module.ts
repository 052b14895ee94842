import { Module } from '@nestjs/common';
import { ActionPlansModule } from '../action-plans/action-plans.module.js';
import { InitiativesModule } from '../initiatives/initiatives.module.js';
import { InvolvementModule } from '../involvement/involvement.module.js';
import { ModerationModule } from '../moderation/moderation.module.js';
import { InsightsController } from './insights.controller.js';
import { OverviewService } from './overview.service.js';
import { SearchController } from './search.controller.js';
import { SearchService } from './search.service.js';
import { TrailsService } from './trails.service.js';
import { WaitingService } from './waiting.service.js';

@Module({
  imports: [InitiativesModule, InvolvementModule, ActionPlansModule, ModerationModule],
  controllers: [InsightsController, SearchController],
  providers: [OverviewService, TrailsService, WaitingService, SearchService],
})
export class InsightsModule {}
