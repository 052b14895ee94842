import { Module } from '@nestjs/common';
import { PoliciesModule } from '../policies/policies.module.js';
import { AttachmentsController } from './attachments.controller.js';
import { AttachmentsService } from './attachments.service.js';
import { CommentsController } from './comments.controller.js';
import { CommentsService } from './comments.service.js';
import { Gates } from './gates.js';
import { OfficialAnswersService } from './official-answers.service.js';
import { InterventionsService } from './interventions.service.js';
import { ThreadsController } from './threads.controller.js';
import { ThreadsService } from './threads.service.js';

@Module({
  imports: [PoliciesModule],
  controllers: [ThreadsController, CommentsController, AttachmentsController],
  providers: [
    ThreadsService,
    CommentsService,
    OfficialAnswersService,
    AttachmentsService,
    Gates,
    InterventionsService,
  ],
  exports: [ThreadsService, CommentsService, AttachmentsService, Gates, InterventionsService],
})
export class DiscussionsModule {}
