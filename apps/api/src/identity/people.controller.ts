import { Body, Controller, Get, HttpCode, Post, Put, Query, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { IdParam } from '../platform/http/id-param.js';
import { Limited } from '../platform/http/limited.js';
import { ConductService } from './conduct.service.js';
import { ConductInput, JoinInput, MemberPage, MemberQuery, MemberView, RolesInput } from './identity.dto.js';
import { PeopleService } from './people.service.js';
import { setSessionCookie } from './session-cookie.js';
import { SessionsService } from './sessions.service.js';

@ApiTags('identity')
@Controller('api')
export class PeopleController {
  constructor(
    private readonly people: PeopleService,
    private readonly sessions: SessionsService,
    private readonly conduct: ConductService,
  ) {}

  /** Makes an account, joins the municipality and signs in. */
  @Post('people')
  @HttpCode(204)
  @Access('anyone')
  @Limited()
  @ApiNoContentResponse()
  async join(
    @Ctx() ctx: RequestContext,
    @Body() input: JoinInput,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const personId = await this.people.join(ctx, input);
    setSessionCookie(reply, await this.sessions.begin(ctx.db, personId));
  }

  /** Someone with an account joins this municipality too. */
  @Post('municipalities/:municipality/membership')
  @HttpCode(204)
  @Access('signed-in')
  @ApiNoContentResponse()
  joinHere(@Ctx() ctx: RequestContext): Promise<void> {
    return this.people.joinHere(ctx);
  }

  /** The rules of conduct were read and are accepted, before the first contribution. */
  @Put('municipalities/:municipality/conduct-acceptance')
  @HttpCode(204)
  @Access('resident')
  @ApiNoContentResponse()
  acceptConduct(@Ctx() ctx: RequestContext, @Body() { version }: ConductInput): Promise<void> {
    return this.conduct.accept(ctx, version);
  }

  @Get('municipalities/:municipality/members')
  @Access('administrator')
  @ApiOkResponse({ type: MemberPage })
  members(@Ctx() ctx: RequestContext, @Query() query: MemberQuery): Promise<MemberPage> {
    return this.people.members(ctx, query);
  }

  @Put('municipalities/:municipality/members/:personId/roles')
  @Access('administrator')
  @ApiOkResponse({ type: MemberView })
  setRoles(
    @Ctx() ctx: RequestContext,
    @IdParam('personId') personId: string,
    @Body() { roles }: RolesInput,
  ): Promise<MemberView> {
    return this.people.setRoles(ctx, personId, roles);
  }
}
