import { Check, Entity, Unique } from 'typeorm';
import { IdColumn, MomentColumn, References, TextColumn } from '../platform/database/columns.js';
import { Person } from './person.entity.js';

/**
 * How a person proves who they are. A password's `subject` is the person's id and its `secret` an argon2id hash; an
 * OIDC identity has its issuer and subject and no secret.
 */
@Entity()
@Unique(['kind', 'issuer', 'subject'])
@Check('credential_kind', "kind IN ('password', 'oidc')")
@Check('credential_secret', "(kind = 'password') = (secret IS NOT NULL)")
export class Credential {
  @IdColumn() id: string;
  @References(() => Person) personId: string;
  @TextColumn() kind: 'password' | 'oidc';
  @TextColumn({ default: '' }) issuer: string;
  @TextColumn() subject: string;
  @TextColumn({ nullable: true }) secret: string | null;
  @MomentColumn() createdAt: Date;
}
