import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { IdParam } from '../platform/http/id-param.js';
import { OrderDecisionInput, OrderInput, OrderView } from './orders.dto.js';
import { OrdersService } from './orders.service.js';

@ApiTags('redress')
@Controller('api/municipalities/:municipality/moderation/orders')
export class OrdersController {
  constructor(private readonly orders: OrdersService) {}

  /** Registers an authority's order to remove something. */
  @Post()
  @Access('moderator', 'staff', 'administrator')
  @ApiCreatedResponse({ type: OrderView })
  register(@Ctx() ctx: RequestContext, @Body() input: OrderInput): Promise<OrderView> {
    return this.orders.register(ctx, input);
  }

  @Get(':orderId')
  @Access('moderator', 'staff', 'administrator')
  @ApiOkResponse({ type: OrderView })
  show(@Ctx() ctx: RequestContext, @IdParam('orderId') id: string): Promise<OrderView> {
    return this.orders.show(ctx, id);
  }

  @Post(':orderId/decision')
  @HttpCode(200)
  @Access('moderator')
  @ApiOkResponse({ type: OrderView })
  decide(
    @Ctx() ctx: RequestContext,
    @IdParam('orderId') id: string,
    @Body() input: OrderDecisionInput,
  ): Promise<OrderView> {
    return this.orders.decide(ctx, id, input);
  }
}
