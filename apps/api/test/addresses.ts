import type { OpenAPIObject } from '@nestjs/swagger';
import type { World } from './world.js';

/** Parameters that are not called after the table their ids are in. */
const TABLES: Record<string, string[]> = {
  planId: ['action_plan'],
  attachmentId: ['comment_attachment'],
  caseId: ['moderation_case'],
  decisionId: ['moderation_decision'],
  orderId: ['removal_order'],
  exportId: ['plan_export'],
  recordId: ['record_export'],
  unitId: ['organisation_unit'],
  importId: ['policy_import'],
  filterId: ['moderation_filter'],
  boxId: ['ballot_box'],
  fileId: ['initiative_file'],
  mergeId: ['initiative_merge'],
  opinionId: ['case_opinion'],
  paperId: ['paper_support'],
  pictureId: ['initiative_picture'],
  templateId: ['answer_template'],
  mailId: ['mail'],
  subjectId: ['goal', 'policy', 'initiative', 'process', 'thread'],
};
const VALUES: Record<string, string[]> = {
  kind: ['goal', 'policy', 'initiative', 'process', 'thread'],
  code: ['insult'],
};

/** What can stand in an address: every id of a municipality, by the name of the parameter. */
export class Addresses {
  private constructor(
    private readonly ids: ReadonlyMap<string, readonly string[]>,
    private readonly given: Record<string, readonly string[]>,
  ) {}

  /** @param given values of parameters that are no ids */
  static async of(world: World, municipalityId: string, given: Record<string, readonly string[]>) {
    const tables: { name: string }[] = await world.source.query(
      `SELECT table_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name = 'id' AND data_type = 'uuid' GROUP BY table_name`,
    );
    const own: { name: string }[] = await world.source.query(
      `SELECT table_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name = 'municipality_id'`,
    );
    const ids = new Map<string, string[]>();
    for (const { name } of tables) {
      const here = own.some((table) => table.name === name)
        ? `WHERE municipality_id = '${municipalityId}'`
        : '';
      const rows: { id: string }[] = await world.source.query(`SELECT id FROM "${name}" ${here}`);
      ids.set(
        name,
        rows.map(({ id }) => id),
      );
    }
    return new Addresses(ids, given);
  }

  /** Everything a parameter could be here; of a name nobody knows: every id there is, and that takes minutes. */
  valuesOf(parameter: string): readonly string[] {
    const given = this.given[parameter] ?? VALUES[parameter];
    if (given) return given;
    const table = parameter.replace(/Id$/, '').replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    const tables = TABLES[parameter] ?? (this.ids.has(table) ? [table] : [...this.ids.keys()]);
    return tables.flatMap((name) => this.ids.get(name) ?? []);
  }

  /** A route's path with everything in the place of its parameters that could be there. */
  all(path: string): string[] {
    const parameter = /:(\w+)/.exec(path);
    if (!parameter) return [path];
    return this.valuesOf(parameter[1]!).flatMap((value) => this.all(path.replace(parameter[0], value)));
  }
}

type Schema = Record<string, unknown> & { type?: string; properties?: Record<string, Schema> };

/** The parts of a route's description that are typed out by hand below. */
export interface Described {
  parameters?: { name: string; in: string; required?: boolean; schema?: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}

/** How the contract describes a route. */
export const describedBy = (
  openapi: OpenAPIObject,
  { method, path }: { method: string; path: string },
): Described | undefined =>
  (openapi.paths[path.replaceAll(/:(\w+)/g, '{$1}')] as Record<string, Described> | undefined)?.[
    method.toLowerCase()
  ];

/** Every value a parameter can have where there are only so many; else none. */
export function choicesOf(openapi: OpenAPIObject, schema: Schema = {}): string[] {
  if (schema.type === 'boolean') return ['true', 'false'];
  const reference = String(schema.$ref ?? (schema.allOf as Schema[] | undefined)?.[0]?.$ref ?? '');
  const known = (reference && openapi.components?.schemas?.[reference.split('/').at(-1)!]) || schema;
  return ((known as Schema).enum as unknown[] | undefined)?.map(String) ?? [];
}

/** Something of the shape the contract asks for; `idOf` gives its ids. */
export function exampleOf(
  openapi: OpenAPIObject,
  schema: Schema,
  idOf: (name: string) => string,
  name = '',
  depth = 0,
): unknown {
  if (depth > 20) return undefined;
  const reference = String(schema.$ref ?? (schema.allOf as Schema[] | undefined)?.[0]?.$ref ?? '');
  const known = reference && openapi.components?.schemas?.[reference.split('/').at(-1)!];
  if (known) return exampleOf(openapi, known as Schema, idOf, name, depth + 1);
  if (schema.enum) return (schema.enum as unknown[])[0];
  if (schema.type === 'array')
    return [exampleOf(openapi, (schema.items ?? {}) as Schema, idOf, name.replace(/s$/, ''), depth + 1)];
  if (schema.properties)
    return Object.fromEntries(
      Object.entries(schema.properties).map(([key, part]) => [
        key,
        exampleOf(openapi, part, idOf, key, depth + 1),
      ]),
    );
  if (schema.format === 'uuid') return idOf(name);
  if (schema.format === 'email') return 'angriber@fremmed.example';
  if (schema.format === 'uri') return 'https://fremmed.example/';
  if (schema.format === 'date') return '2027-01-01';
  if (schema.format === 'date-time') return '2026-01-01T00:00:00Z';
  if (schema.type === 'integer' || schema.type === 'number') return 1;
  if (schema.type === 'boolean') return true;
  return 'en fremmed tekst'.slice(0, Number(schema.maxLength ?? 100));
}
