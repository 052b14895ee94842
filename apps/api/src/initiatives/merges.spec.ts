import { describe, expect, it } from '@jest/globals';
import { districtsAt, importOutlines } from '../../test/districts.js';
import { aPolicy, anInitiative } from '../../test/fixtures.js';
import { aMunicipality, ask, aWorld, someone, type Someone } from '../../test/world.js';
import type { Scheme } from './scheme.rules.js';

describe('two initiatives that are merged', () => {
  const world = aWorld();
  /** @param fromScheme what of the first one's scheme is not plain */
  const two = async (fromScheme: Partial<Scheme> = {}) => {
    const policy = await aPolicy(world);
    const { municipality } = policy;
    const resident = () => someone(world, municipality);
    const [ida, bo, staff] = [
      await resident(),
      await resident(),
      await someone(world, municipality, ['staff']),
    ];
    const threshold = 50;
    const from = await anInitiative(world, policy, {
      by: ida,
      title: 'Bænke ved havnen',
      threshold,
      scheme: fromScheme,
    });
    const into = await anInitiative(world, policy, { by: bo, title: 'Flere bænke i havnen', threshold });
    const at = `/api/municipalities/${municipality.slug}`;
    const go = (route: string, as: Someone | null, body?: object) => {
      const [method, path] = route.split(' ');
      return ask(world, `${method} ${at}/${path}`, { as, ...(body ? { body } : {}) });
    };
    const show = async (id: string, as: Someone | null = null) =>
      (await go(`GET initiatives/${id}`, as)).body;
    const support = (id: string, as: Someone) => go(`PUT initiatives/${id}/support`, as);
    const propose = async (as = staff) =>
      go(`POST initiatives/${from.id}/merges`, as, { into: into.reference, reason: 'De vil det samme.' });
    const merged = async () => {
      const { id } = (await propose()).body.items[0];
      await go(`POST merges/${id}/agree`, ida);
      const answer = await go(`POST merges/${id}/agree`, bo);
      return { id, answer };
    };
    return { municipality, resident, ida, bo, staff, from, into, at, go, show, support, propose, merged };
  };

  it('become one when both proposers agree, and not before', async () => {
    const { ida, bo, from, into, go, show, propose } = await two();
    const { body } = await propose();
    expect(body.items).toMatchObject([{ mergedAt: null, reason: 'De vil det samme.' }]);
    const { id } = body.items[0];
    expect((await go(`GET initiatives/${from.id}/merges`, null)).body.items).toEqual([]);
    expect((await go(`GET initiatives/${into.id}/merges`, bo)).body.items).toMatchObject([
      { can: { agree: true, decline: true, undo: false } },
    ]);
    await go(`POST merges/${id}/agree`, ida);
    expect((await show(from.id)).mergedInto).toBeNull();
    await go(`POST merges/${id}/agree`, bo);
    expect((await show(from.id)).mergedInto).toEqual({ id: into.id, reference: into.reference });
    expect((await show(into.id)).coProposers).toEqual([ida.name]);
    expect((await go(`GET initiatives/${into.id}/merges`, null)).body.items).toMatchObject([
      { from: { reference: from.reference, title: 'Bænke ved havnen', proposers: [ida.name] } },
    ]);
  });

  it('keep all who stood behind either, until that is undone', async () => {
    const { resident, staff, ida, from, into, go, show, merged } = await two();
    const [lise, mads] = [await resident(), await resident()];
    await world.source.query(
      `INSERT INTO co_proposer (initiative_id, person_id, created_at)
       VALUES ($1, $2, now()), ($1, $3, now() + interval '1 second'), ($4, $3, now())`,
      [from.id, lise.id, mads.id, into.id],
    );
    const { id, answer } = await merged();
    expect(answer.body.from.proposers).toEqual([ida.name, lise.name, mads.name]);
    expect((await show(into.id)).coProposers.toSorted()).toEqual([ida.name, lise.name, mads.name].toSorted());
    await go(`POST merges/${id}/undo`, staff);
    // Mads stood behind both.
    expect((await show(into.id)).coProposers).toEqual([mads.name]);
  });

  it('say that who is against it or blank does not go along where one can only support', async () => {
    const { resident, from, into, go, show, propose, ida, bo, support } = await two({
      ballot: 'for-against-blank',
    });
    const [against, backs] = [await resident(), await resident()];
    await go(`PUT initiatives/${from.id}/support?stance=against`, against);
    await support(from.id, backs);
    const { id } = (await propose()).body.items[0];
    expect((await go(`GET initiatives/${from.id}/merges`, ida)).body.items).toMatchObject([
      { leavesVotes: true },
    ]);
    for (const proposer of [ida, bo]) await go(`POST merges/${id}/agree`, proposer);
    expect(await show(into.id)).toMatchObject({ supportCount: 1 });
    // The same to both: the notice tells nobody what was voted.
    for (const person of [against, backs])
      expect((await go('GET notifications', person)).body.items[0]).toMatchObject({
        kind: 'supported-moved',
        details: { outcome: 'merge', voted: true, leavesVotes: true },
      });
  });

  it('keep where the support of each was given from', async () => {
    const { municipality, resident, from, into, go, support, merged } = await two();
    const administrator = await someone(world, municipality, ['administrator']);
    await importOutlines(world, municipality, administrator, 'Nord');
    const [nord] = await districtsAt(world, municipality);
    const somebody = await resident();
    await go('PUT standing/district', somebody, { districtId: nord!.id });
    await support(from.id, somebody);
    await merged();
    expect(
      await world.source.query('SELECT district_id AS "districtId" FROM support WHERE initiative_id = $1', [
        into.id,
      ]),
    ).toEqual([{ districtId: nord!.id }]);
  });

  it('count everyone who supports either once, and keep both texts and both authors', async () => {
    const { resident, bo, ida, from, into, show, support, merged } = await two();
    const [a, b, c] = [await resident(), await resident(), await resident()];
    await support(from.id, a);
    await support(from.id, b);
    await support(from.id, bo);
    await support(into.id, b);
    await support(into.id, c);
    await merged();
    expect(await show(into.id)).toMatchObject({ supportCount: 3, title: 'Flere bænke i havnen' });
    expect(await show(from.id)).toMatchObject({
      supportCount: 3,
      title: 'Bænke ved havnen',
      proposer: { name: ida.name },
    });
    expect((await show(into.id, a)).myState.supports).toBe(true);
  });

  it('count those on paper once too, and each is a ballot', async () => {
    const { staff, from, into, go, show, merged } = await two();
    const key = (id: string, ...names: string[]) =>
      go(`POST initiatives/${id}/paper-supporters`, staff, {
        sheet: '1',
        lines: names.map((name, n) => ({ line: n + 1, name, bornOn: '1980-01-01' })),
      });
    await key(from.id, 'Bo Ek', 'Eva Lind');
    await key(into.id, 'Eva Lind');
    await merged();
    expect(await show(into.id)).toMatchObject({ supportCount: 2, paperCount: 2 });
    const [ledger] = await world.source.query(
      `SELECT count(*)::int AS ballots FROM ballot_entry JOIN ballot_box ON ballot_box.id = box_id WHERE subject_id = $1`,
      [into.id],
    );
    expect(ledger).toEqual({ ballots: 2 });
  });

  it('tell on both timelines that they are one, until that is undone', async () => {
    const { staff, from, into, go, show, merged } = await two();
    const { id } = await merged();
    expect((await show(from.id)).steps.at(-1)).toMatchObject({
      act: 'merge',
      subjectId: into.id,
      reference: into.reference,
    });
    expect((await show(into.id)).steps.at(-1)).toMatchObject({ act: 'take-in', reference: from.reference });
    await go(`POST merges/${id}/undo`, staff);
    const acts = (await show(into.id)).steps.map(({ act }: { act: string }) => act);
    expect(acts).not.toContain('take-in');
  });

  it('are asked about: the two are told, and whoever asked of each answer', async () => {
    const { resident, staff, ida, bo, from, into, go, support, propose } = await two();
    const neighbour = await resident();
    await support(from.id, neighbour);
    const notices = async (as: Someone) =>
      (await go('GET notifications', as)).body.items.map(
        ({ kind, details, path }: { kind: string; details: object; path: string }) => ({
          kind,
          details,
          path,
        }),
      );
    const { id } = (await propose()).body.items[0];
    const reason = 'De vil det samme.';
    expect(await notices(ida)).toEqual([
      {
        kind: 'merge-asked',
        details: { title: 'Bænke ved havnen', reference: into.reference, reason },
        path: `initiatives/${from.id}`,
      },
    ]);
    expect(await notices(bo)).toMatchObject([
      { kind: 'merge-asked', details: { reference: from.reference } },
    ]);
    await go(`POST merges/${id}/agree`, ida);
    const outcomes = async (as: Someone) =>
      (await notices(as)).flatMap(({ kind, details }: { kind: string; details: { outcome?: string } }) =>
        kind === 'merge-asked' ? [] : [details.outcome],
      );
    expect(await outcomes(staff)).toEqual(['agree']);
    expect(await outcomes(bo)).toEqual([]);
    await go(`POST merges/${id}/agree`, bo);
    expect(await outcomes(staff)).toEqual(['merge', 'agree']);
    expect(await outcomes(ida)).toEqual(['merge']);
    expect(await notices(neighbour)).toMatchObject([
      { kind: 'supported-moved', details: { outcome: 'merge' }, path: `initiatives/${into.id}` },
    ]);
    await go(`POST merges/${id}/undo`, staff);
    expect(await outcomes(bo)).toEqual(['undo']);
  });

  it('are no more asked about when one declines, and both sides hear of it', async () => {
    const { staff, ida, bo, go, propose } = await two();
    const { id } = (await propose()).body.items[0];
    await go(`POST merges/${id}/decline`, bo);
    for (const person of [staff, ida])
      expect((await go('GET notifications', person)).body.items[0]).toMatchObject({
        kind: 'merge-answered',
        details: { outcome: 'decline' },
      });
    const again = (await propose()).body.items[0];
    await go(`POST merges/${again.id}/decline`, staff);
    expect((await go('GET notifications', bo)).body.items[0].details.outcome).toBe('take-back');
  });

  it('are nobody’s to withdraw alone, and say so', async () => {
    const { ida, bo, from, into, go, show, merged } = await two();
    expect((await show(from.id, ida)).can.withdraw).toBe(true);
    await merged();
    for (const [id, proposer] of [
      [from.id, ida],
      [into.id, bo],
    ] as const) {
      expect(await show(id, proposer)).toMatchObject({
        can: { withdraw: false },
        blockers: { withdrawal: [{ type: 'merged-not-withdrawable' }] },
      });
      expect((await go(`POST initiatives/${id}/withdraw`, proposer, {})).body.code).toBe(
        'merged-not-withdrawable',
      );
    }
    expect((await show(into.id)).blockers.withdrawal).toEqual([]);
  });

  it('leave one that collects no more, in the database too', async () => {
    const { resident, from, show, support, merged } = await two();
    await merged();
    const late = await resident();
    expect((await support(from.id, late)).body.code).toBe('initiative-merged');
    expect((await show(from.id, late)).can.support).toBe(false);
    await expect(
      world.source.query('INSERT INTO support (initiative_id, person_id) VALUES ($1, $2)', [
        from.id,
        late.id,
      ]),
    ).rejects.toMatchObject({ driverError: { constraint: 'initiative_must_collect' } });
  });

  it('are two again when staff undo it, everyone’s support where they gave it', async () => {
    const { resident, staff, from, into, go, show, support, merged } = await two();
    const [a, b] = [await resident(), await resident()];
    await support(from.id, a);
    await support(into.id, b);
    const { id } = await merged();
    expect((await go(`POST merges/${id}/undo`, staff)).status).toBe(200);
    expect(await show(into.id)).toMatchObject({ supportCount: 1, coProposers: [] });
    expect(await show(from.id)).toMatchObject({ supportCount: 1, mergedInto: null });
    expect((await support(from.id, await resident())).status).toBe(200);
    // And may be merged again: whoever was taken along then has a ballot in the ledger already.
    await merged();
    expect(await show(into.id)).toMatchObject({ supportCount: 3 });
  });

  it('stay one once something is decided', async () => {
    const { staff, into, go, merged } = await two();
    const { id } = await merged();
    await world.source.query(
      `UPDATE initiative SET status = 'decided', answer_outcome = 'declined', answer_text = 'Nej', answered_at = now()
       WHERE id = $1`,
      [into.id],
    );
    expect((await go(`POST merges/${id}/undo`, staff)).body.code).toBe('merge-not-undoable');
  });

  it('stay two when one of the proposers declines', async () => {
    const { ida, bo, from, go, show, propose } = await two();
    const { id } = (await propose()).body.items[0];
    await go(`POST merges/${id}/agree`, ida);
    expect((await go(`POST merges/${id}/decline`, bo)).status).toBe(200);
    expect((await go(`POST merges/${id}/agree`, ida)).body.code).toBe('already-decided');
    expect((await show(from.id)).mergedInto).toBeNull();
    expect((await propose()).status).toBe(200);
  });

  it('are proposed by staff alone, agreed to by nobody else, and never across municipalities', async () => {
    const { resident, ida, from, go, propose } = await two();
    expect((await propose(ida)).status).toBe(403);
    const { id } = (await propose()).body.items[0];
    expect((await go(`POST merges/${id}/agree`, await resident())).status).toBe(403);
    const there = await two();
    expect((await there.go(`POST merges/${id}/decline`, there.staff)).status).toBe(404);
    expect((await there.go(`GET initiatives/${from.id}/merges`, null)).status).toBe(404);
    const elsewhere = await aMunicipality(world);
    expect(
      (await ask(world, `GET /api/municipalities/${elsewhere.slug}/initiatives/${from.id}/merges`)).status,
    ).toBe(404);
  });

  it('agree and decline in one instant come to one end', async () => {
    const { ida, bo, into, go, show, propose } = await two();
    const { id } = (await propose()).body.items[0];
    await go(`POST merges/${id}/agree`, ida);
    const answers = await Promise.all([
      ...Array.from({ length: 4 }, () => go(`POST merges/${id}/agree`, bo)),
      ...Array.from({ length: 4 }, () => go(`POST merges/${id}/decline`, bo)),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await show(into.id)).supportCount).toBe(0);
  });
});
