import { Body, Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { IdParam } from '../platform/http/id-param.js';
import {
  AnswerPreviewList,
  AnswerTemplateInput,
  AnswerTemplateList,
  ManyAnswersInput,
  AnsweredInitiatives,
  ManyUndoInput,
} from './answer-templates.dto.js';
import { AnswerTemplatesService } from './answer-templates.service.js';
import { ManyAnswersService } from './many-answers.service.js';

@ApiTags('initiatives')
@Controller('api/municipalities/:municipality')
export class AnswerTemplatesController {
  constructor(
    private readonly templates: AnswerTemplatesService,
    private readonly many: ManyAnswersService,
  ) {}

  @Get('answer-templates')
  @Access('staff')
  @ApiOkResponse({ type: AnswerTemplateList })
  list(@Ctx() ctx: RequestContext): Promise<AnswerTemplateList> {
    return this.templates.list(ctx);
  }

  @Post('answer-templates')
  @HttpCode(200)
  @Access('staff')
  @ApiOkResponse({ type: AnswerTemplateList })
  add(@Ctx() ctx: RequestContext, @Body() input: AnswerTemplateInput): Promise<AnswerTemplateList> {
    return this.templates.add(ctx, input);
  }

  @Put('answer-templates/:templateId')
  @Access('staff')
  @ApiOkResponse({ type: AnswerTemplateList })
  change(
    @Ctx() ctx: RequestContext,
    @IdParam('templateId') id: string,
    @Body() input: AnswerTemplateInput,
  ): Promise<AnswerTemplateList> {
    return this.templates.change(ctx, id, input);
  }

  @Delete('answer-templates/:templateId')
  @Access('staff')
  @ApiOkResponse({ type: AnswerTemplateList })
  remove(@Ctx() ctx: RequestContext, @IdParam('templateId') id: string): Promise<AnswerTemplateList> {
    return this.templates.remove(ctx, id);
  }

  /** What each of several initiatives would be answered. Nothing is written. */
  @Post('initiative-answers/preview')
  @HttpCode(200)
  @Access('staff')
  @ApiOkResponse({ type: AnswerPreviewList })
  preview(@Ctx() ctx: RequestContext, @Body() input: ManyAnswersInput): Promise<AnswerPreviewList> {
    return this.many.preview(ctx, input);
  }

  /** Answers several initiatives, each for itself. */
  @Post('initiative-answers')
  @HttpCode(200)
  @Access('staff')
  @ApiOkResponse({ type: AnsweredInitiatives })
  answer(@Ctx() ctx: RequestContext, @Body() input: ManyAnswersInput): Promise<AnsweredInitiatives> {
    return this.many.answer(ctx, input);
  }

  /** Takes the answers of several back: they are under consideration again. */
  @Post('initiative-answers/undo')
  @HttpCode(200)
  @Access('staff')
  @ApiOkResponse({ type: AnsweredInitiatives })
  undo(@Ctx() ctx: RequestContext, @Body() input: ManyUndoInput): Promise<AnsweredInitiatives> {
    return this.many.undo(ctx, input);
  }
}
