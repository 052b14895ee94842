import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { IdParam } from '../platform/http/id-param.js';
import { PageQuery } from '../platform/http/paging.js';
import {
  ContributionRulesInput,
  ContributionRulesVersionPage,
  ContributionRulesView,
  RuleTracePage,
  RuleTraceQuery,
  ThreadRuleView,
} from './contribution-rules.dto.js';
import { ContributionRulesService } from './contribution-rules.service.js';

@ApiTags('moderation')
@Controller('api/municipalities/:municipality')
export class ContributionRulesController {
  constructor(private readonly rules: ContributionRulesService) {}

  @Get('contribution-rules')
  @Access('moderator', 'administrator')
  @ApiOkResponse({ type: ContributionRulesView })
  show(@Ctx() ctx: RequestContext): Promise<ContributionRulesView> {
    return this.rules.show(ctx);
  }

  @Put('contribution-rules')
  @Access('administrator')
  @ApiOkResponse({ type: ContributionRulesView })
  change(@Ctx() ctx: RequestContext, @Body() input: ContributionRulesInput): Promise<ContributionRulesView> {
    return this.rules.change(ctx, input);
  }

  @Get('contribution-rules/versions')
  @Access('moderator', 'administrator')
  @ApiOkResponse({ type: ContributionRulesVersionPage })
  versions(@Ctx() ctx: RequestContext, @Query() query: PageQuery): Promise<ContributionRulesVersionPage> {
    return this.rules.versions(ctx, query);
  }

  @Get('contribution-rules/traces')
  @Access('moderator')
  @ApiOkResponse({ type: RuleTracePage })
  traces(@Ctx() ctx: RequestContext, @Query() query: RuleTraceQuery): Promise<RuleTracePage> {
    return this.rules.traces(ctx, query);
  }

  @Get('threads/:threadId/rule')
  @Access('moderator')
  @ApiOkResponse({ type: ThreadRuleView })
  threadRule(@Ctx() ctx: RequestContext, @IdParam('threadId') id: string): Promise<ThreadRuleView> {
    return this.rules.threadRule(ctx, id);
  }

  @Put('threads/:threadId/rule')
  @Access('moderator')
  @ApiOkResponse({ type: ThreadRuleView })
  ruleThread(
    @Ctx() ctx: RequestContext,
    @IdParam('threadId') id: string,
    @Body() { holdAll }: ThreadRuleView,
  ): Promise<ThreadRuleView> {
    return this.rules.ruleThread(ctx, id, holdAll);
  }
}
