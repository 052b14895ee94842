import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { Limited } from '../platform/http/limited.js';
import { ForgottenInput, NewPasswordInput } from './identity.dto.js';
import { PasswordsService } from './passwords.service.js';

@ApiTags('identity')
@Controller('api/municipalities/:municipality/password')
export class PasswordsController {
  constructor(private readonly passwords: PasswordsService) {}

  /** Writes to the address if it has an account; the answer is the same if it has none. */
  @Post('forgotten')
  @HttpCode(204)
  @Access('anyone')
  @Limited()
  @ApiNoContentResponse()
  forgotten(@Ctx() ctx: RequestContext, @Body() { email }: ForgottenInput): Promise<void> {
    return this.passwords.forgotten(ctx, email);
  }

  @Post()
  @HttpCode(204)
  @Access('anyone')
  @Limited()
  @ApiNoContentResponse()
  choose(@Ctx() ctx: RequestContext, @Body() input: NewPasswordInput): Promise<void> {
    return this.passwords.choose(ctx, input);
  }
}
