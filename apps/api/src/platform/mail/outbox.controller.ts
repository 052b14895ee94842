import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access, allow } from '../http/access.js';
import { notFound } from '../errors/problem.js';
import { Ctx, RequestContext } from '../http/context.js';
import { IdParam } from '../http/id-param.js';
import { decodeId, limitOf, pageOf, PageQuery } from '../http/paging.js';
import { Mail } from './mail.entity.js';
import { Mailer } from './mailer.js';
import { mapOutboxItem, OutboxLetter, OutboxPage } from './outbox.dto.js';

/** Letters no mail server has taken: all of them where none is set up, else those that wait or came back. */
@ApiTags('mail')
@Controller('api/municipalities/:municipality/outbox')
export class OutboxController {
  constructor(private readonly mailer: Mailer) {}

  @Get()
  @Access('administrator')
  @ApiOkResponse({ type: OutboxPage })
  async list(@Ctx() ctx: RequestContext, @Query() query: PageQuery): Promise<OutboxPage> {
    allow(ctx, ctx.has('administrator'));
    const limit = limitOf(query);
    const letters = ctx.db
      .getRepository(Mail)
      .createQueryBuilder('mail')
      .where('mail.municipalityId = :here', { here: ctx.here })
      .orderBy('mail.id', 'DESC')
      .take(limit + 1);
    if (this.mailer.delivers) letters.andWhere('mail.sentAt IS NULL');
    const after = decodeId(query.after);
    if (after) letters.andWhere('mail.id < :after', { after });
    return {
      delivers: this.mailer.delivers,
      ...pageOf(await letters.getMany(), limit, ({ id }) => [id], mapOutboxItem),
    };
  }

  @Get(':mailId')
  @Access('administrator')
  @ApiOkResponse({ type: OutboxLetter })
  async show(@Ctx() ctx: RequestContext, @IdParam('mailId') id: string): Promise<OutboxLetter> {
    allow(ctx, ctx.has('administrator'));
    // A key to somebody's account is for them alone, not for whoever may look into the outbox.
    const mail = await ctx.db.getRepository(Mail).findOneBy({ id, municipalityId: ctx.here, secret: false });
    if (!mail) throw notFound();
    return { ...mapOutboxItem(mail), from: mail.fromName, text: mail.text };
  }
}
