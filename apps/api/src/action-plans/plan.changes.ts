/** The fields somebody sent: what was left out stays, and null is only for columns that can be empty. */
export const changesOf = <T extends object>(sent: T, nullable: readonly (keyof T)[]): Partial<T> =>
  Object.fromEntries(
    Object.entries(sent).filter(
      ([field, value]) => value !== undefined && (value !== null || nullable.includes(field as keyof T)),
    ),
  ) as Partial<T>;
