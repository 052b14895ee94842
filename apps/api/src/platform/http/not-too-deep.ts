import { invalidField } from '../errors/problem.js';

/** An outline with its goals on every level is the deepest there is. */
const DEEPEST = 50;

/** Refuses a body whose nesting would exhaust the stack of the validation that comes after. @throws 422 at the field */
export function refuseTooDeep(body: unknown) {
  if (typeof body !== 'object' || body === null) return;
  for (const [field, value] of Object.entries(body)) {
    let layer: unknown[] = [value];
    for (let depth = 1; layer.length; depth++) {
      if (depth > DEEPEST) throw invalidField(field, 'too-deep', { max: DEEPEST });
      layer = layer.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
    }
  }
}
