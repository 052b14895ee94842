import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { IdParam } from '../platform/http/id-param.js';
import {
  CaseChoices,
  CaseCounts,
  CaseInput,
  CaseNoteInput,
  InitiativeCasePage,
  CaseQuery,
  InitiativeCaseView,
  MemberUnits,
  OpinionAnswerInput,
  OpinionInput,
  OwnUnitsInput,
} from './initiative-cases.dto.js';
import { InitiativeCasesService } from './initiative-cases.service.js';

/** How staff deal with initiatives: nothing here is anybody else's to see. */
@ApiTags('initiatives')
@Controller('api/municipalities/:municipality')
export class InitiativeCasesController {
  constructor(private readonly cases: InitiativeCasesService) {}

  @Get('initiative-cases')
  @Access('staff')
  @ApiOkResponse({ type: InitiativeCasePage })
  list(@Ctx() ctx: RequestContext, @Query() query: CaseQuery): Promise<InitiativeCasePage> {
    return this.cases.list(ctx, query);
  }

  @Get('initiative-cases/counts')
  @Access('staff')
  @ApiOkResponse({ type: CaseCounts })
  counts(@Ctx() ctx: RequestContext): Promise<CaseCounts> {
    return this.cases.counts(ctx);
  }

  @Get('initiative-cases/choices')
  @Access('staff')
  @ApiOkResponse({ type: CaseChoices })
  choices(@Ctx() ctx: RequestContext): Promise<CaseChoices> {
    return this.cases.choices(ctx);
  }

  /** The units the reader belongs to. */
  @Put('initiative-cases/units')
  @Access('staff')
  @ApiOkResponse({ type: CaseChoices })
  belong(@Ctx() ctx: RequestContext, @Body() input: OwnUnitsInput): Promise<CaseChoices> {
    return this.cases.belong(ctx, input);
  }

  /** Which units somebody works in. */
  @Get('members/:personId/units')
  @Access('administrator')
  @ApiOkResponse({ type: MemberUnits })
  memberUnits(@Ctx() ctx: RequestContext, @IdParam('personId') personId: string): Promise<MemberUnits> {
    return this.cases.memberUnits(ctx, personId);
  }

  @Put('members/:personId/units')
  @Access('administrator')
  @ApiOkResponse({ type: MemberUnits })
  assignUnits(
    @Ctx() ctx: RequestContext,
    @IdParam('personId') personId: string,
    @Body() input: OwnUnitsInput,
  ): Promise<MemberUnits> {
    return this.cases.assignUnits(ctx, personId, input);
  }

  @Get('initiatives/:initiativeId/case')
  @Access('staff')
  @ApiOkResponse({ type: InitiativeCaseView })
  show(@Ctx() ctx: RequestContext, @IdParam('initiativeId') id: string): Promise<InitiativeCaseView> {
    return this.cases.show(ctx, id);
  }

  @Put('initiatives/:initiativeId/case')
  @Access('staff')
  @ApiOkResponse({ type: InitiativeCaseView })
  change(
    @Ctx() ctx: RequestContext,
    @IdParam('initiativeId') id: string,
    @Body() input: CaseInput,
  ): Promise<InitiativeCaseView> {
    return this.cases.change(ctx, id, input);
  }

  @Post('initiatives/:initiativeId/case/notes')
  @HttpCode(200)
  @Access('staff')
  @ApiOkResponse({ type: InitiativeCaseView })
  note(
    @Ctx() ctx: RequestContext,
    @IdParam('initiativeId') id: string,
    @Body() input: CaseNoteInput,
  ): Promise<InitiativeCaseView> {
    return this.cases.note(ctx, id, input);
  }

  /** Asks a colleague what they think. */
  @Post('initiatives/:initiativeId/case/opinions')
  @HttpCode(200)
  @Access('staff')
  @ApiOkResponse({ type: InitiativeCaseView })
  ask(
    @Ctx() ctx: RequestContext,
    @IdParam('initiativeId') id: string,
    @Body() input: OpinionInput,
  ): Promise<InitiativeCaseView> {
    return this.cases.ask(ctx, id, input);
  }

  @Put('initiatives/:initiativeId/case/opinions/:opinionId')
  @Access('staff')
  @ApiOkResponse({ type: InitiativeCaseView })
  advise(
    @Ctx() ctx: RequestContext,
    @IdParam('initiativeId') id: string,
    @IdParam('opinionId') opinionId: string,
    @Body() input: OpinionAnswerInput,
  ): Promise<InitiativeCaseView> {
    return this.cases.advise(ctx, id, opinionId, input);
  }
}
