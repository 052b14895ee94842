import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { InitiativeRuleInput, InitiativeRuleView } from './initiative-rules.dto.js';
import { InitiativeRulesService } from './initiative-rules.service.js';

@ApiTags('initiatives')
@Controller('api/municipalities/:municipality/initiative-rule')
export class InitiativeRulesController {
  constructor(private readonly rules: InitiativeRulesService) {}

  @Get()
  @Access('anyone')
  @ApiOkResponse({ type: InitiativeRuleView })
  show(@Ctx() ctx: RequestContext): Promise<InitiativeRuleView> {
    return this.rules.show(ctx);
  }

  @Put()
  @Access('administrator')
  @ApiOkResponse({ type: InitiativeRuleView })
  change(@Ctx() ctx: RequestContext, @Body() input: InitiativeRuleInput): Promise<InitiativeRuleView> {
    return this.rules.change(ctx, input);
  }
}
