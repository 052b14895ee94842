import { Module } from '@nestjs/common';
import { PoliciesModule } from '../policies/policies.module.js';
import { InsightsController } from './insights.controller.js';
import { OverviewService } from './overview.service.js';
import { TrailsService } from './trails.service.js';

@Module({
  imports: [PoliciesModule],
  controllers: [InsightsController],
  providers: [OverviewService, TrailsService],
})
export class InsightsModule {}
