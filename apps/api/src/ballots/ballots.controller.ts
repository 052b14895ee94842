import { Controller, Get, Header, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { IdParam } from '../platform/http/id-param.js';
import { Limited } from '../platform/http/limited.js';
import { PageQuery } from '../platform/http/paging.js';
import { BallotBoxView, BallotKeys, CheckpointPage, ProofQuery, ProofView } from './ballots.dto.js';
import { LedgersService } from './ledgers.service.js';

/** What anyone needs to check a count. */
@ApiTags('ballots')
@Controller('api/municipalities/:municipality/ballots')
export class BallotsController {
  constructor(private readonly ledgers: LedgersService) {}

  /** The keys ledgers are signed with. */
  @Get('keys')
  @Access('anyone')
  @ApiOkResponse({ type: BallotKeys })
  keys(@Ctx() ctx: RequestContext): Promise<BallotKeys> {
    return this.ledgers.keys(ctx);
  }

  @Get(':boxId')
  @Access('anyone')
  @ApiOkResponse({ type: BallotBoxView })
  show(@Ctx() ctx: RequestContext, @IdParam('boxId') id: string): Promise<BallotBoxView> {
    return this.ledgers.show(ctx, id);
  }

  @Get(':boxId/checkpoints')
  @Access('anyone')
  @ApiOkResponse({ type: CheckpointPage })
  checkpoints(
    @Ctx() ctx: RequestContext,
    @IdParam('boxId') id: string,
    @Query() query: PageQuery,
  ): Promise<CheckpointPage> {
    return this.ledgers.listCheckpoints(ctx, id, query);
  }

  /** That the entry with the receipt's index is in the ledger. */
  @Get(':boxId/proof')
  @Access('anyone')
  @ApiOkResponse({ type: ProofView })
  prove(
    @Ctx() ctx: RequestContext,
    @IdParam('boxId') id: string,
    @Query() { index }: ProofQuery,
  ): Promise<ProofView> {
    return this.ledgers.prove(ctx, id, index);
  }

  /** All of it, a line an entry: the verifier's file (`medvind verify-ballots`). */
  @Get(':boxId/ledger')
  @Access('anyone')
  @Limited()
  @Header('content-type', 'application/jsonl')
  @ApiProduces('application/jsonl')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async ledger(
    @Ctx() ctx: RequestContext,
    @IdParam('boxId') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { fileName, content } = await this.ledgers.file(ctx, id);
    void reply.header('content-disposition', `attachment; filename="${fileName}"`);
    return new StreamableFile(content, { type: 'application/jsonl' });
  }
}
