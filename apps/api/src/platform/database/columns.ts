import { Column, Index, JoinColumn, ManyToOne, PrimaryColumn, type ObjectType } from 'typeorm';

/** A UUID in the order of creation, made by the database. */
export const IdColumn = (): PropertyDecorator => PrimaryColumn('uuid', { default: () => 'new_id()' });

interface ReferenceOptions {
  nullable?: boolean;
  primary?: boolean;
  onDelete?: 'CASCADE' | 'SET NULL' | 'RESTRICT';
  /** Most foreign keys are looked up by; a key that another index begins with needs none of its own. */
  index?: boolean;
}

/**
 * The id of another row, with its foreign key: `@References(() => Goal) goalId: string`. The row itself is asked for
 * through its feature, never loaded along.
 */
export const References =
  (type: () => ObjectType<object>, options: ReferenceOptions = {}): PropertyDecorator =>
  (target, property) => {
    const relation = String(property).replace(/Id$/, '');
    const column = { type: 'uuid' as const, nullable: options.nullable ?? false };
    if (options.primary) PrimaryColumn('uuid')(target, property);
    else Column(column)(target, property);
    ManyToOne(type, { nullable: column.nullable, onDelete: options.onDelete ?? 'CASCADE' })(target, relation);
    JoinColumn({ name: relation.replace(/([a-z\d])([A-Z])/g, '$1_$2').toLowerCase() + '_id' })(
      target,
      relation,
    );
    if (options.index ?? !options.primary) Index()(target, property);
  };

export const TextColumn = (options: { nullable?: boolean; default?: string; unique?: boolean } = {}) =>
  Column('text', options);
export const TextsColumn = () => Column('text', { array: true, default: () => "'{}'" });
export const CountColumn = () => Column('integer', { default: 0 });
export const MomentColumn = (options: { nullable?: boolean } = {}) =>
  Column('timestamptz', options.nullable ? { nullable: true } : { default: () => 'now()' });
/** "2026-11-23"; a day has no time zone. */
export const DayColumn = (options: { nullable?: boolean } = {}) => Column('date', options);
/**
 * A printed number people can say aloud and a document can cite: "K-123". Within its municipality, from the series the
 * database keeps for it; whoever writes the row cannot choose it, so the default is never what is stored.
 */
export const NumberColumn = () =>
  Column('bigint', { default: 0, transformer: { from: Number, to: (number?: number) => number } });
