import { Injectable } from '@nestjs/common';
import { DistrictsService } from '../municipalities/districts.service.js';
import { conflict } from '../platform/errors/problem.js';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import { can, isProposer } from './initiatives.access.js';
import type { InitiativeView } from './initiatives.dto.js';
import { InitiativesService } from './initiatives.service.js';
import type { PlaceInput } from './places.dto.js';

/** Where in the municipality what is proposed would be. */
@Injectable()
export class PlacesService {
  constructor(
    private readonly initiatives: InitiativesService,
    private readonly districts: DistrictsService,
  ) {}

  /** Of a draft: what others have supported stays where they saw it. */
  async place(
    ctx: RequestContext,
    initiativeId: string,
    { districtId, point }: PlaceInput,
  ): Promise<InitiativeView> {
    await this.initiatives.locked(ctx, initiativeId, async (ctx, initiative) => {
      allow(ctx, isProposer(ctx, initiative));
      if (!can.edit(ctx, initiative) || initiative.status !== 'draft') throw conflict('initiative-published');
      const at = districtId && point ? point : null;
      if (districtId) await this.districts.requirePlace(ctx, districtId, at && [at.longitude, at.latitude]);
      await this.initiatives.change(ctx, initiative, {
        districtId,
        latitude: at?.latitude ?? null,
        longitude: at?.longitude ?? null,
      });
    });
    return this.initiatives.show(ctx, initiativeId);
  }
}
