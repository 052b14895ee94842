import { Module } from '@nestjs/common';
import { DiscussionsModule } from '../discussions/discussions.module.js';
import { AppealsController } from './appeals.controller.js';
import { AppealsService } from './appeals.service.js';
import { DecidedController } from './decided.controller.js';
import { DecidedService } from './decided.service.js';
import { LocationsService } from './locations.service.js';
import { MattersService } from './matters.service.js';
import { ModerationModule } from '../moderation/moderation.module.js';
import { NoticesController } from './notices.controller.js';
import { NoticesService } from './notices.service.js';
import { OrdersController } from './orders.controller.js';
import { OrdersService } from './orders.service.js';
import { RedressSettingsController } from './redress-settings.controller.js';
import { RedressSettingsService } from './redress-settings.service.js';
import { RecordsController } from './records.controller.js';
import { RecordsService } from './records.service.js';
import { TransparencyController } from './transparency.controller.js';
import { TransparencyService } from './transparency.service.js';
import { RestrictionsController } from './restrictions.controller.js';
import { RestrictionsService } from './restrictions.service.js';

/** The other side of moderation: for those whom decisions concern, and for the law. */
@Module({
  imports: [DiscussionsModule, ModerationModule],
  controllers: [
    AppealsController,
    NoticesController,
    OrdersController,
    RedressSettingsController,
    RestrictionsController,
    DecidedController,
    RecordsController,
    TransparencyController,
  ],
  providers: [
    AppealsService,
    DecidedService,
    LocationsService,
    MattersService,
    NoticesService,
    OrdersService,
    RedressSettingsService,
    RestrictionsService,
    RecordsService,
    TransparencyService,
  ],
  exports: [RestrictionsService],
})
export class RedressModule {}
