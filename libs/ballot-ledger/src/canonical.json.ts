export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * One text for one value: keys sorted, no spaces, as RFC 8785 has it for the values we have (whole numbers and
 * quotients as ECMAScript writes them; no lone surrogates).
 */
export const canonical = (value: Json): string =>
  Array.isArray(value)
    ? `[${(value as readonly Json[]).map(canonical).join(',')}]`
    : typeof value === 'object' && value !== null
      ? `{${Object.keys(value)
          .toSorted()
          .map((key) => `${JSON.stringify(key)}:${canonical((value as Record<string, Json>)[key]!)}`)
          .join(',')}}`
      : JSON.stringify(value);
