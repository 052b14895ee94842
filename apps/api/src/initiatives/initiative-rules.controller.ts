import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import {
  InitiativeRuleInput,
  InitiativeRuleView,
  mapScheme,
  SchemePresets,
  UntouchedInitiatives,
} from './initiative-rules.dto.js';
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

  /** The schemes of the Nordic countries, to begin from. */
  @Get('presets')
  @Access('anyone')
  @ApiOkResponse({ type: SchemePresets })
  presets(@Ctx() ctx: RequestContext): SchemePresets {
    return this.rules.presets(ctx);
  }

  /** Which open initiatives a change would not touch. */
  @Get('untouched')
  @Access('administrator')
  @ApiOkResponse({ type: UntouchedInitiatives })
  untouched(@Ctx() ctx: RequestContext): Promise<UntouchedInitiatives> {
    return this.rules.untouched(ctx);
  }

  @Put()
  @Access('administrator')
  @ApiOkResponse({ type: InitiativeRuleView })
  change(@Ctx() ctx: RequestContext, @Body() input: InitiativeRuleInput): Promise<InitiativeRuleView> {
    return this.rules.change(ctx, { scheme: mapScheme(input.scheme) });
  }
}
