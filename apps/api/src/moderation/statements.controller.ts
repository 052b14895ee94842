import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { IdParam } from '../platform/http/id-param.js';
import { StatementView } from './statements.dto.js';
import { StatementsService } from './statements.service.js';

@ApiTags('moderation')
@Controller('api/municipalities/:municipality/statements')
export class StatementsController {
  constructor(private readonly statements: StatementsService) {}

  /** The reasons for a decision about something of mine. */
  @Get(':statementId')
  @Access('signed-in')
  @ApiOkResponse({ type: StatementView })
  show(@Ctx() ctx: RequestContext, @IdParam('statementId') id: string): Promise<StatementView> {
    return this.statements.show(ctx, id);
  }
}
