import { Module } from '@nestjs/common';
import { BallotsModule } from '../ballots/ballots.module.js';
import { DiscussionsModule } from '../discussions/discussions.module.js';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { PoliciesModule } from '../policies/policies.module.js';
import { AnswerTemplatesController } from './answer-templates.controller.js';
import { AnswerTemplatesService } from './answer-templates.service.js';
import { HandlingService } from './handling.service.js';
import { InitiativeCasesController } from './initiative-cases.controller.js';
import { CaseRemindersService } from './case-reminders.service.js';
import { InitiativeCasesService } from './initiative-cases.service.js';
import { CouncilFileAssembler } from './council-file.assembler.js';
import { InitiativeFilesController } from './initiative-files.controller.js';
import { InitiativeFilesService } from './initiative-files.service.js';
import { InitiativeReportsController } from './initiative-reports.controller.js';
import { InitiativeReportsService } from './initiative-reports.service.js';
import { InitiativeRulesController } from './initiative-rules.controller.js';
import { InitiativeRulesService } from './initiative-rules.service.js';
import { InitiativesController } from './initiatives.controller.js';
import { InitiativesService } from './initiatives.service.js';
import { ManyAnswersService } from './many-answers.service.js';
import { MergesController } from './merges.controller.js';
import { MergesService } from './merges.service.js';
import { PapersController } from './papers.controller.js';
import { PapersService } from './papers.service.js';
import { ShortAddressesController } from './short-addresses.controller.js';
import { PaperSupportsController } from './paper-supports.controller.js';
import { PaperSupportsService } from './paper-supports.service.js';
import { PicturesController } from './pictures.controller.js';
import { PicturesService } from './pictures.service.js';
import { PlacesController } from './places.controller.js';
import { PlacesService } from './places.service.js';
import { LivesService } from './lives.service.js';
import { ProposalsService } from './proposals.service.js';
import { RejectionsController } from './rejections.controller.js';
import { RejectionsService } from './rejections.service.js';
import { RemarksController } from './remarks.controller.js';
import { RemarksService } from './remarks.service.js';
import { SimilarGoalsController } from './similar-goals.controller.js';
import { SimilarGoalsService } from './similar-goals.service.js';
import { SupportBallots } from './support-ballots.js';
import { RetentionService } from './retention.service.js';
import { SupportsController } from './supports.controller.js';
import { SupportsService } from './supports.service.js';

@Module({
  imports: [BallotsModule, MunicipalitiesModule, IdentityModule, PoliciesModule, DiscussionsModule],
  controllers: [
    AnswerTemplatesController,
    InitiativeCasesController,
    InitiativeFilesController,
    InitiativeReportsController,
    InitiativeRulesController,
    InitiativesController,
    MergesController,
    PapersController,
    ShortAddressesController,
    PaperSupportsController,
    PicturesController,
    PlacesController,
    RejectionsController,
    RemarksController,
    SimilarGoalsController,
    SupportsController,
  ],
  providers: [
    AnswerTemplatesService,
    CouncilFileAssembler,
    HandlingService,
    InitiativeReportsService,
    InitiativeFilesService,
    CaseRemindersService,
    InitiativeCasesService,
    InitiativeRulesService,
    InitiativesService,
    LivesService,
    ManyAnswersService,
    MergesService,
    PapersService,
    PaperSupportsService,
    PicturesService,
    PlacesService,
    RejectionsService,
    RemarksService,
    ProposalsService,
    RetentionService,
    SimilarGoalsService,
    SupportBallots,
    SupportsService,
  ],
  exports: [
    InitiativeCasesService,
    InitiativeRulesService,
    InitiativesService,
    LivesService,
    ProposalsService,
    RetentionService,
    SupportsService,
  ],
})
export class InitiativesModule {}
