import { describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { aWorld } from '../test/world.js';
import { dataSourceOptions } from './data-source.js';
import { problemOf } from './platform/errors/problem.filter.js';

describe('a request while the database is away', () => {
  const world = aWorld();

  it('is asked to come again', async () => {
    const cut = world.source.query('SELECT pg_terminate_backend(pg_backend_pid())');
    expect(problemOf(await cut.catch((error: unknown) => error))).toMatchObject({
      status: 503,
      code: 'unavailable',
    });
    const nobodyThere = new DataSource(dataSourceOptions('postgres://medvind@127.0.0.1:1/medvind'));
    expect(problemOf(await nobodyThere.initialize().catch((error: unknown) => error))).toMatchObject({
      status: 503,
    });
  });
});
