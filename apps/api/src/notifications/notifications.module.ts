import { Module } from '@nestjs/common';
import { BallotsModule } from '../ballots/ballots.module.js';
import { DiscussionsModule } from '../discussions/discussions.module.js';
import { ActivitiesListener } from './activities.listener.js';
import { FeedsController } from './feeds.controller.js';
import { FeedsService } from './feeds.service.js';
import { FollowersService } from './followers.service.js';
import { FollowsController } from './follows.controller.js';
import { FollowsService } from './follows.service.js';
import { MailingsService } from './mailings.service.js';
import { MentionsController } from './mentions.controller.js';
import { MentionsService } from './mentions.service.js';
import { NotificationsController } from './notifications.controller.js';
import { NotificationsListener } from './notifications.listener.js';
import { NotificationsService } from './notifications.service.js';
import { UnsubscribeController } from './unsubscribe.controller.js';
import { UnsubscribeService } from './unsubscribe.service.js';

@Module({
  imports: [BallotsModule, DiscussionsModule],
  controllers: [
    NotificationsController,
    FollowsController,
    MentionsController,
    UnsubscribeController,
    FeedsController,
  ],
  providers: [
    NotificationsService,
    NotificationsListener,
    ActivitiesListener,
    FeedsService,
    FollowersService,
    FollowsService,
    MailingsService,
    MentionsService,
    UnsubscribeService,
  ],
  exports: [NotificationsService],
})
export class NotificationsModule {}
