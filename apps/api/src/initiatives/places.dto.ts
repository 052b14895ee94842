import { Decimal, Id, Part, Text } from '../platform/http/fields.js';

export class DistrictRef {
  @Id() id: string;
  @Text() name: string;
}

/** Degrees, WGS84. */
export class PointInput {
  @Decimal({ min: -90, max: 90 }) latitude: number;
  @Decimal({ min: -180, max: 180 }) longitude: number;
}

export class PlaceInput {
  /** null: it is about no one part of the municipality. */
  @Id({ nullable: true }) districtId: string | null;
  @Part(() => PointInput, { nullable: true, optional: true }) point?: PointInput | null;
}
