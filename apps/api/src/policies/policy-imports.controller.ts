import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query, Req } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { IdParam } from '../platform/http/id-param.js';
import { PageQuery } from '../platform/http/paging.js';
import {
  PolicyImportInput,
  PolicyImportPage,
  PolicyImportView,
  PublishedPolicies,
  PublishInput,
} from './policy-imports.dto.js';
import { PolicyImportsService } from './policy-imports.service.js';
import { uploadedDocument } from './uploaded-document.js';

@ApiTags('policies')
@Controller('api/municipalities/:municipality/policy-imports')
export class PolicyImportsController {
  constructor(private readonly imports: PolicyImportsService) {}

  /** A document to be looked at before it is published: a `file`, or pasted `text`. */
  @Post()
  @Access('staff')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      properties: { file: { type: 'string', format: 'binary' }, text: { type: 'string' } },
    },
  })
  @ApiCreatedResponse({ type: PolicyImportView })
  async begin(@Ctx() ctx: RequestContext, @Req() request: FastifyRequest): Promise<PolicyImportView> {
    return this.imports.begin(ctx, await uploadedDocument(request));
  }

  @Get()
  @Access('staff')
  @ApiOkResponse({ type: PolicyImportPage })
  list(@Ctx() ctx: RequestContext, @Query() query: PageQuery): Promise<PolicyImportPage> {
    return this.imports.list(ctx, query);
  }

  @Get(':importId')
  @Access('staff')
  @ApiOkResponse({ type: PolicyImportView })
  show(@Ctx() ctx: RequestContext, @IdParam('importId') id: string): Promise<PolicyImportView> {
    return this.imports.show(ctx, id);
  }

  @Put(':importId')
  @Access('staff')
  @ApiOkResponse({ type: PolicyImportView })
  save(
    @Ctx() ctx: RequestContext,
    @IdParam('importId') id: string,
    @Body() input: PolicyImportInput,
  ): Promise<PolicyImportView> {
    return this.imports.save(ctx, id, input);
  }

  @Post(':importId/publish')
  @Access('staff')
  @ApiCreatedResponse({ type: PublishedPolicies })
  publish(
    @Ctx() ctx: RequestContext,
    @IdParam('importId') id: string,
    @Body() { revision }: PublishInput,
  ): Promise<PublishedPolicies> {
    return this.imports.publish(ctx, id, revision);
  }

  @Delete(':importId')
  @Access('staff')
  @HttpCode(204)
  @ApiNoContentResponse()
  remove(@Ctx() ctx: RequestContext, @IdParam('importId') id: string): Promise<void> {
    return this.imports.remove(ctx, id);
  }
}
