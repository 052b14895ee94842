import { expect } from '@jest/globals';
import type { Locator } from 'playwright-core';

const PATIENCE_MS = 10_000;

/** Reads again until it is what it should be: what is on a page changes when it changes. */
export async function eventually<T>(read: () => Promise<T>, expected: T): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const value = await read();
    try {
      expect(value).toEqual(expected);
      return;
    } catch (fault) {
      if (Date.now() > end) throw fault;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** What a field is said to be wrong about, as those hear it who do not see it. */
export async function faultAt(field: Locator): Promise<string | null> {
  if ((await field.getAttribute('aria-invalid')) !== 'true') return null;
  const ids = (await field.getAttribute('aria-describedby'))?.split(' ') ?? [];
  const fault = ids.find((id) => id.endsWith('-fault'));
  return fault ? field.page().locator(`[id="${fault}"]`).textContent() : null;
}
