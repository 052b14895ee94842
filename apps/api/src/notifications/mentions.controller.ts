import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { IdParam } from '../platform/http/id-param.js';
import { Limited } from '../platform/http/limited.js';
import { ParticipantList, ParticipantQuery } from './mentions.dto.js';
import { MentionsService } from './mentions.service.js';

@ApiTags('notifications')
@Controller('api/municipalities/:municipality/threads/:threadId/participants')
export class MentionsController {
  constructor(private readonly mentions: MentionsService) {}

  /** Whom one can mention in a thread: those who have spoken in it, by how their name begins. */
  @Get()
  @Access('resident')
  @Limited()
  @ApiOkResponse({ type: ParticipantList })
  suggest(
    @Ctx() ctx: RequestContext,
    @IdParam('threadId') threadId: string,
    @Query() { beginning }: ParticipantQuery,
  ): Promise<ParticipantList> {
    return this.mentions.suggest(ctx, threadId, beginning);
  }
}
