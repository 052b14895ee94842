import { Check, Entity, PrimaryColumn } from 'typeorm';
import { References } from '../platform/database/columns.js';
import { Municipality } from './municipality.entity.js';

/** A host name that leads straight to a municipality; it can lead to one only. */
@Entity()
@Check('municipality_host_lower', 'host = lower(host)')
export class MunicipalityHost {
  @PrimaryColumn('text') host: string;
  @References(() => Municipality) municipalityId: string;
}
