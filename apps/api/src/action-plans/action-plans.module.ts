import { Module } from '@nestjs/common';
import { DiscussionsModule } from '../discussions/discussions.module.js';
import { InitiativesModule } from '../initiatives/initiatives.module.js';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { PoliciesModule } from '../policies/policies.module.js';
import { ActionInputsService } from './action-inputs.service.js';
import { ActionsController } from './actions.controller.js';
import { ActionsService } from './actions.service.js';
import { InitiativesListener } from './initiatives.listener.js';
import { PlanDocumentAssembler } from './plan-document.assembler.js';
import { PlanExportsController } from './plan-exports.controller.js';
import { PlanExportsService } from './plan-exports.service.js';
import { PlansController } from './plans.controller.js';
import { PlansService } from './plans.service.js';

@Module({
  imports: [DiscussionsModule, InitiativesModule, MunicipalitiesModule, PoliciesModule],
  controllers: [PlansController, ActionsController, PlanExportsController],
  providers: [
    PlansService,
    ActionsService,
    ActionInputsService,
    PlanDocumentAssembler,
    PlanExportsService,
    InitiativesListener,
  ],
  exports: [PlansService, ActionsService, ActionInputsService, PlanExportsService],
})
export class ActionPlansModule {}
