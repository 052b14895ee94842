import { describe, expect, it, jest } from '@jest/globals';
import { ROLES, type Role } from '@medvind/contracts';
import { routesOf, type Route } from '../test/routes.js';
import { aMunicipality, ask, aWorld, someone, type Someone } from '../test/world.js';
import { SessionsService } from './identity/sessions.service.js';

// Every route as everyone: several hundred requests.
jest.setTimeout(120_000);

const NOBODY = '01890a5d-ac96-774b-bcce-b302099a8057';

describe('every route', () => {
  const world = aWorld();

  it('declares who may use it', () => {
    const routes = routesOf(world);
    expect(routes.length).toBeGreaterThan(40);
    expect(routes.filter(({ grants }) => !grants?.length).map(({ name }) => name)).toEqual([]);
  });

  it('refuses everyone whom nothing grants it, here and from the other municipality', async () => {
    const [here, there] = [await aMunicipality(world), await aMunicipality(world)];
    const people: { who: string; as: Someone | null; roles: Role[] }[] = [
      { who: 'a visitor', as: null, roles: [] },
      { who: 'one with an account only', as: await someone(world, null, []), roles: [] },
      {
        who: 'one with every role in the other municipality',
        as: await someone(world, there, [...ROLES]),
        roles: [],
      },
    ];
    for (const role of ROLES)
      people.push({ who: `a ${role}`, as: await someone(world, here, [role]), roles: ['resident', role] });
    const wrong: string[] = [];
    // Whoever may join becomes a resident by asking: that route comes last.
    const last = ({ name }: Route) => Number(name === 'PeopleController.joinHere');
    for (const route of routesOf(world).toSorted((a, b) => last(a) - last(b))) {
      for (const { who, as, roles } of people) {
        const granted = route.grants?.some(
          (grant) => grant === 'anyone' || (grant === 'signed-in' ? as !== null : roles.includes(grant)),
        );
        const url = route.path.replace(':municipality', here.slug).replaceAll(/:\w+/g, NOBODY);
        // A session of its own for each call: one of the routes ends it.
        const token = as && (await world.app.get(SessionsService).begin(world.source.manager, as.id));
        const { status } = await ask(
          world,
          `${route.method} ${url}`,
          token ? { headers: { cookie: `medvind_session=${token}` } } : {},
        );
        const refused = status === 401 || status === 403;
        // Signing in refuses without a password, whoever asks.
        const asksForPassword = route.name === 'SessionController.signIn';
        if (status >= 500 || (refused === granted && !asksForPassword))
          wrong.push(`${route.method} ${url} answers ${who} with ${status}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('the contract', () => {
  const world = aWorld();

  it('describes every route of the API', () => {
    const described = new Set(
      Object.entries(world.openapi.paths).flatMap(([path, methods]) =>
        Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
      ),
    );
    const missing = routesOf(world)
      .filter(({ path }) => path.startsWith('/api/'))
      .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`)
      .filter((route) => !described.has(route));
    expect(missing).toEqual([]);
  });
});
