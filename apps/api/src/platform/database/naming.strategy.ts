import { DefaultNamingStrategy, type NamingStrategyInterface, type Table } from 'typeorm';

const snake = (name: string) => name.replace(/([a-z\d])([A-Z])/g, '$1_$2').toLowerCase();
const nameOf = (table: Table | string) =>
  (typeof table === 'string' ? table : table.name).split('.').pop() ?? '';

/** The names PostgreSQL itself would give: `comment_vote.person_id`, `comment_vote_pkey`. */
export class PostgresNames extends DefaultNamingStrategy implements NamingStrategyInterface {
  override tableName(className: string, given: string | undefined) {
    return given ?? snake(className);
  }
  override columnName(property: string, given: string | undefined, prefixes: string[]) {
    return [...prefixes.map(snake), given ?? snake(property)].join('_');
  }
  override joinColumnName(relation: string, column: string) {
    return snake(`${relation}_${column}`);
  }
  override primaryKeyName(table: Table | string) {
    return `${nameOf(table)}_pkey`;
  }
  override uniqueConstraintName(table: Table | string, columns: string[]) {
    return `${nameOf(table)}_${columns.map(snake).join('_')}_key`;
  }
  override foreignKeyName(table: Table | string, columns: string[]) {
    return `${nameOf(table)}_${columns.map(snake).join('_')}_fkey`;
  }
  override indexName(table: Table | string, columns: string[]) {
    return `${nameOf(table)}_${columns.map(snake).join('_')}_idx`;
  }
}
