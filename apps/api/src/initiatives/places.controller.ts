import { Body, Controller, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/http/access.js';
import { Ctx, RequestContext } from '../platform/http/context.js';
import { IdParam } from '../platform/http/id-param.js';
import { InitiativeView } from './initiatives.dto.js';
import { PlaceInput } from './places.dto.js';
import { PlacesService } from './places.service.js';

@ApiTags('initiatives')
@Controller('api/municipalities/:municipality/initiatives/:initiativeId/place')
export class PlacesController {
  constructor(private readonly places: PlacesService) {}

  @Put()
  @Access('resident')
  @ApiOkResponse({ type: InitiativeView })
  place(
    @Ctx() ctx: RequestContext,
    @IdParam('initiativeId') id: string,
    @Body() input: PlaceInput,
  ): Promise<InitiativeView> {
    return this.places.place(ctx, id, input);
  }
}
