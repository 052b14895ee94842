import { LANGUAGES, LIMITS, ROLES, type Language, type Role } from '@medvind/contracts';
import { PageQuery } from '../platform/http/paging.js';
import { Email, Flag, Id, OneOf, OptionalText, Part, Text, Whole } from '../platform/http/fields.js';

export class JoinInput {
  @Text({ ...LIMITS.name, published: true }) name: string;
  @Email() email: string;
  @Text({ ...LIMITS.password, verbatim: true }) password: string;
  /** Slug of the municipality one joins. */
  @Text({ max: 60 }) municipality: string;
  @OneOf(LANGUAGES, 'Language') language: Language;
}

export class ConductInput {
  /** The one that was read. */
  @Whole({ min: 1 }) version: number;
}

export class SignInInput {
  @Email() email: string;
  @Text({ max: LIMITS.password.max, verbatim: true }) password: string;
}

export class ForgottenInput {
  @Email() email: string;
}

export class NewPasswordInput {
  /** From the letter. */
  @Text({ max: 100 }) token: string;
  @Text({ ...LIMITS.password, verbatim: true }) password: string;
}

export class LanguageInput {
  @OneOf(LANGUAGES, 'Language') language: Language;
}

export class SessionPerson {
  @Id() id: string;
  @Text() name: string;
  @Text() email: string;
  @OneOf(LANGUAGES, 'Language') language: Language;
}

export class MembershipView {
  /** Slug. */
  @Text() municipality: string;
  @OneOf(ROLES, 'Role', { array: true }) roles: Role[];
}

export class SessionView {
  @Part(() => SessionPerson, { nullable: true }) person: SessionPerson | null;
  @Part(() => MembershipView, { array: true }) memberships: MembershipView[];
}

export class MemberView {
  @Id() id: string;
  @Text() name: string;
  @Text() email: string;
  @OneOf(ROLES, 'Role', { array: true }) roles: Role[];
}

export class MemberPage {
  @Part(() => MemberView, { array: true }) items: MemberView[];
  @Text({ nullable: true }) next: string | null;
}

export class MemberQuery extends PageQuery {
  /** Part of a name or an address. */
  @OptionalText({ max: 100 }) search?: string;
  /** Only those who hold it. */
  @OneOf(ROLES, 'Role', { optional: true }) role?: Role;
  /** Only those who were given a role: everyone here is a resident. */
  @Flag({ optional: true }) given?: boolean;
}

export class RolesInput {
  @OneOf(ROLES, 'Role', { array: true }) roles: Role[];
}
