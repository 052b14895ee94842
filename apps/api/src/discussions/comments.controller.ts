import { Body, Controller, Delete, Get, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { IdParam } from '../platform/http/id-param.js';
import {
  CommentEdit,
  CommentView,
  OfficialInput,
  ReplyPage,
  ReplyQuery,
  RevisionList,
  VoteInput,
} from './comments.dto.js';
import { CommentsService } from './comments.service.js';
import { OfficialAnswersService } from './official-answers.service.js';

@ApiTags('discussions')
@Controller('api/municipalities/:municipality/comments/:commentId')
export class CommentsController {
  constructor(
    private readonly comments: CommentsService,
    private readonly answers: OfficialAnswersService,
  ) {}

  @Get()
  @Access('anyone')
  @ApiOkResponse({ type: CommentView })
  show(@Ctx() ctx: RequestContext, @IdParam('commentId') id: string): Promise<CommentView> {
    return this.comments.show(ctx, id);
  }

  @Get('replies')
  @Access('anyone')
  @ApiOkResponse({ type: ReplyPage })
  replies(
    @Ctx() ctx: RequestContext,
    @IdParam('commentId') id: string,
    @Query() query: ReplyQuery,
  ): Promise<ReplyPage> {
    return this.comments.replies(ctx, id, query);
  }

  @Get('revisions')
  @Access('anyone')
  @ApiOkResponse({ type: RevisionList })
  revisions(@Ctx() ctx: RequestContext, @IdParam('commentId') id: string): Promise<RevisionList> {
    return this.comments.revisions(ctx, id);
  }

  @Put()
  @Access('resident')
  @ApiOkResponse({ type: CommentView })
  edit(
    @Ctx() ctx: RequestContext,
    @IdParam('commentId') id: string,
    @Body() input: CommentEdit,
  ): Promise<CommentView> {
    return this.comments.edit(ctx, id, input);
  }

  @Delete()
  @Access('resident')
  @ApiOkResponse({ type: CommentView })
  remove(@Ctx() ctx: RequestContext, @IdParam('commentId') id: string): Promise<CommentView> {
    return this.comments.remove(ctx, id);
  }

  /** Pins it as the municipality's answer to a comment above it, or to the thread. */
  @Put('official')
  @Access('staff')
  @ApiOkResponse({ type: CommentView })
  pin(
    @Ctx() ctx: RequestContext,
    @IdParam('commentId') id: string,
    @Body() { answersId }: OfficialInput,
  ): Promise<CommentView> {
    return this.answers.pin(ctx, id, answersId);
  }

  @Delete('official')
  @Access('staff')
  @ApiOkResponse({ type: CommentView })
  unpin(@Ctx() ctx: RequestContext, @IdParam('commentId') id: string): Promise<CommentView> {
    return this.answers.unpin(ctx, id);
  }

  @Put('vote')
  @Access('resident')
  @ApiOkResponse({ type: CommentView })
  vote(
    @Ctx() ctx: RequestContext,
    @IdParam('commentId') id: string,
    @Body() { vote }: VoteInput,
  ): Promise<CommentView> {
    return this.comments.vote(ctx, id, vote);
  }

  @Delete('vote')
  @Access('resident')
  @ApiOkResponse({ type: CommentView })
  takeVoteBack(@Ctx() ctx: RequestContext, @IdParam('commentId') id: string): Promise<CommentView> {
    return this.comments.vote(ctx, id, null);
  }
}
