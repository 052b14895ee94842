import { applyDecorators, type Type } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type as TransformType } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsISO8601,
  IsNotEmpty,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  IsUrl,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateBy,
  ValidateNested,
  type ValidationOptions,
} from 'class-validator';
import type { FieldCode } from '@medvind/contracts';
import { hasIdentityNumber } from '@medvind/personal-data';

/**
 * A field said once: its validation and its place in OpenAPI. The messages are the codes of `FieldProblem`; the same
 * decorators describe responses, where nothing is validated.
 */
interface Common {
  /** May be left out. */
  optional?: boolean;
  /** May be null. */
  nullable?: boolean;
  array?: boolean;
  description?: string;
}

const says = (code: FieldCode, common: Common, context?: Record<string, unknown>): ValidationOptions => ({
  message: code,
  ...(common.array ? { each: true } : {}),
  ...(context ? { context } : {}),
});

/** More than any form has fields for. */
const MOST_ITEMS = 1000;

const field = (common: Common, api: ApiPropertyOptions, ...rules: PropertyDecorator[]) =>
  applyDecorators(
    ApiProperty({
      required: !common.optional,
      ...(common.nullable ? { nullable: true } : {}),
      ...(common.array ? { isArray: true } : {}),
      ...(common.description ? { description: common.description } : {}),
      ...api,
    } as ApiPropertyOptions),
    ...(common.optional || common.nullable ? [IsOptional()] : []),
    ...(common.array
      ? [
          IsArray({ message: 'invalid' }),
          ArrayMaxSize(MOST_ITEMS, { message: 'too-many', context: { max: MOST_ITEMS } }),
        ]
      : []),
    ...rules,
  );

/** Spaces around what was typed are nobody's meaning; NUL cannot be stored. */
const tidy = (value: unknown): unknown => {
  if (typeof value === 'string') return value.replaceAll('\u0000', '').trim();
  return Array.isArray(value) ? value.map(tidy) : value;
};

interface TextOptions extends Common {
  min?: number;
  max?: number;
  /** Passwords are kept as typed. */
  verbatim?: boolean;
  /** Everyone can read it: a CPR number or a personnummer in it is refused, whoever writes. */
  published?: boolean;
}

const NoIdentityNumber = (options: ValidationOptions) =>
  ValidateBy(
    {
      name: 'noIdentityNumber',
      validator: { validate: (value) => typeof value !== 'string' || !hasIdentityNumber(value) },
    },
    options,
  );

/** Text with its length in characters. An empty text where `min` ≥ 1 is `required`, a short one `too-short`. */
export const Text = (options: TextOptions = {}) => {
  const { min = 1, max = 20_000 } = options;
  return field(
    options,
    { type: String, minLength: min, maxLength: max },
    ...(options.verbatim ? [] : [Transform(({ value }) => tidy(value))]),
    IsString(says('required', options)),
    ...(min > 0 ? [IsNotEmpty(says('required', options))] : []),
    ...(min > 1 ? [MinLength(min, says('too-short', options, { min }))] : []),
    MaxLength(max, says('too-long', options, { max })),
    ...(options.published ? [NoIdentityNumber(says('personal-data', options))] : []),
  );
};

/** Text that may be missing or empty. */
export const OptionalText = (options: TextOptions = {}) => Text({ min: 0, ...options, optional: true });

export const Email = (options: Common = {}) =>
  field(
    options,
    { type: String, format: 'email', maxLength: 254 },
    Transform(({ value }) => tidy(value)),
    IsString(says('required', options)),
    IsNotEmpty(says('required', options)),
    MaxLength(254, says('too-long', options, { max: 254 })),
    IsEmail({}, says('not-an-email', options)),
  );

export const Link = (options: Common = {}) =>
  field(
    options,
    { type: String, format: 'uri' },
    Transform(({ value }) => tidy(value)),
    IsUrl(
      { protocols: ['http', 'https'], require_protocol: true, require_tld: false },
      says('not-a-link', options),
    ),
  );

export const Id = (options: Common = {}) =>
  field(options, { type: String, format: 'uuid' }, IsUUID('all', says('not-an-id', options)));

export const Flag = (options: Common = {}) =>
  field(
    options,
    { type: Boolean },
    Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value)),
    IsBoolean(says('invalid', options)),
  );

export const Whole = (options: Common & { min?: number; max?: number } = {}) => {
  const { min = -2_147_483_648, max = 2_147_483_647 } = options;
  return field(
    options,
    { type: 'integer' },
    Transform(({ value }) => (typeof value === 'string' && value.trim() !== '' ? Number(value) : value)),
    IsInt(says('not-a-number', options)),
    Min(min, says('too-small', options, { min })),
    Max(max, says('too-large', options, { max })),
  );
};

/** A number with decimals. */
export const Decimal = (options: Common & { min: number; max: number }) => {
  const { min, max } = options;
  return field(
    options,
    { type: Number, minimum: min, maximum: max },
    IsNumber({}, says('not-a-number', options)),
    Min(min, says('too-small', options, { min })),
    Max(max, says('too-large', options, { max })),
  );
};

/** A day, "2026-11-23". */
export const Day = (options: Common = {}) =>
  field(
    options,
    { type: String, format: 'date' },
    Matches(/^\d{4}-\d{2}-\d{2}$/, says('not-a-date', options)),
    IsISO8601({ strict: true }, says('not-a-date', options)),
  );

/** A moment, ISO 8601 in UTC. */
export const Instant = (options: Common = {}) =>
  field(options, { type: String, format: 'date-time' }, IsISO8601({}, says('not-a-date', options)));

/** One of a vocabulary; `name` is the type's name in OpenAPI. */
export const OneOf = (values: readonly (string | number)[], name: string, options: Common = {}) =>
  field(options, { enum: [...values], enumName: name }, IsIn([...values], says('not-one-of', options)));

/** Another described object, or a list of them. */
export const Part = (type: () => Type<unknown>, options: Common = {}) =>
  field(
    options,
    // Swagger knows a lazy type by its function's name, which is this property's.
    { type: () => type() },
    ...(options.array ? [] : [IsObject({ message: 'required' })]),
    ValidateNested(options.array ? { each: true } : {}),
    TransformType(type),
  );
