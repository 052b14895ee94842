import { Module } from '@nestjs/common';
import { DiscussionsModule } from '../discussions/discussions.module.js';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { PoliciesModule } from '../policies/policies.module.js';
import { InboxController } from './inbox.controller.js';
import { InboxService } from './inbox.service.js';
import { LinksController } from './links.controller.js';
import { LinksService } from './links.service.js';
import { ProcessesController } from './processes.controller.js';
import { ProcessesService } from './processes.service.js';
import { ThemesController } from './themes.controller.js';
import { ThemesService } from './themes.service.js';

@Module({
  imports: [DiscussionsModule, MunicipalitiesModule, PoliciesModule],
  controllers: [ProcessesController, ThemesController, LinksController, InboxController],
  providers: [ProcessesService, ThemesService, LinksService, InboxService],
  exports: [ProcessesService, ThemesService, LinksService, InboxService],
})
export class InvolvementModule {}
