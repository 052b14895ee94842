import { Flag, Id, OptionalText, Part, Text, Whole } from '../platform/http/fields.js';
import type { RequestContext } from '../platform/http/context.js';
import { can } from './municipalities.access.js';
import type { District } from './district.entity.js';

export class DistrictView {
  @Id() id: string;
  @Text() name: string;
  @Text({ nullable: true }) number: string | null;
  /** Nothing new is placed in it. */
  @Flag() retired: boolean;
}

export class DistrictAbilities {
  /** To import, name and retire. */
  @Flag() administer: boolean;
}

export class DistrictList {
  @Part(() => DistrictView, { array: true }) items: DistrictView[];
  @Part(() => DistrictAbilities) can: DistrictAbilities;
}

export class DrawnDistrict {
  @Id() id: string;
  @Text() name: string;
  /**
   * GeoJSON's coordinates of a MultiPolygon as text: polygons, their rings, their positions [longitude, latitude].
   * A page draws it without taking it apart in its types.
   */
  @Text() coordinates: string;
}

export class DistrictMap {
  @Part(() => DrawnDistrict, { array: true }) items: DrawnDistrict[];
}

export class DistrictInput {
  @Text({ max: 80 }) name: string;
  @OptionalText({ max: 20 }) number?: string;
  @Flag() retired: boolean;
}

export class ImportedDistricts {
  @Whole() added: number;
  @Whole() redrawn: number;
}

export const mapDistrict = ({ id, name, number, retiredAt }: District): DistrictView => ({
  id,
  name,
  number,
  retired: retiredAt !== null,
});

export const mapDistricts = (ctx: RequestContext, districts: District[]): DistrictList => ({
  items: districts.map(mapDistrict),
  can: { administer: can.administer(ctx) },
});
