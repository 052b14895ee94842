import { describe, expect, it } from '@jest/globals';
import { aWorld } from '../../test/world.js';

describe('the migrations', () => {
  const world = aWorld();

  it('make exactly the schema the entities describe', async () => {
    const { upQueries } = await world.source.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });
});
