import { describe, expect, it } from '@jest/globals';
import { aPolicy, anInitiative } from '../../test/fixtures.js';
import {
  aMunicipality,
  ask,
  aWorld,
  contextOf,
  someone,
  type Someone,
  type World,
} from '../../test/world.js';
import { OrganisationUnit } from '../municipalities/organisation-unit.entity.js';
import { Notification } from '../notifications/notification.entity.js';
import { Policy } from '../policies/policy.entity.js';
import { InitiativeCasesService } from './initiative-cases.service.js';
import { plainScheme } from './scheme.presets.js';

const decision = { months: 12, extensionMonths: null, noticeDays: 30, reportsPerYear: 2 };

/** An initiative that one supporter hands over, in a policy the culture department owns. */
async function aCase(world: World, wishes: { title?: string } = {}) {
  const policy = await aPolicy(world);
  const { municipality } = policy;
  const units = world.source.getRepository(OrganisationUnit);
  const unit = (name: string) =>
    units.save(units.create({ municipalityId: municipality.id, name, kind: 'department' }));
  const [culture, roads] = [await unit('Center for Kultur'), await unit('Center for Veje')];
  await world.source.getRepository(Policy).update({ id: policy.policy.id }, { ownerUnitId: culture.id });
  const [ida, bo, ea] = [
    await someone(world, municipality),
    await someone(world, municipality, ['staff']),
    await someone(world, municipality, ['staff']),
  ];
  const scheme = { ...plainScheme(1, { windowDays: 30 }), handOver: 'at-once' as const, decision };
  const propose = (title = wishes.title ?? 'Flere bænke langs havnen') =>
    anInitiative(world, policy, { by: ida, title, scheme });
  const { id } = await propose();
  const at = `/api/municipalities/${municipality.slug}`;
  const file = `${at}/initiatives/${id}/case`;
  const change = (body: object, as: Someone = bo) => ask(world, `PUT ${file}`, { as, body });
  const told = async (person: Someone) =>
    (
      await world.source
        .getRepository(Notification)
        .find({ where: { personId: person.id }, order: { id: 'ASC' } })
    ).map(({ kind, details, path }) => ({ kind, name: details.name, path }));
  return { policy, municipality, culture, roads, ida, bo, ea, id, at, file, change, told, propose };
}

describe('the case of an initiative', () => {
  const world = aWorld();

  it('is opened with its publication at the unit that owns the policy, until staff say otherwise', async () => {
    const { file, bo, culture, roads, change } = await aCase(world);
    expect((await ask(world, `GET ${file}`, { as: bo })).body).toMatchObject({
      unit: { name: culture.name },
      unitProposed: true,
      assignee: null,
      caseNumber: '',
      notes: [],
    });
    expect((await change({ unitId: roads.id, assigneeId: bo.id, caseNumber: '26/1234' })).body).toMatchObject(
      {
        unit: { name: roads.name },
        unitProposed: false,
        assignee: { name: bo.name, me: true },
        caseNumber: '26/1234',
      },
    );
  });

  it('is of every initiative that is published, whoever publishes it, and of no draft', async () => {
    const { policy, bo, at, id } = await aCase(world);
    const draft = await anInitiative(world, policy, { draft: true });
    expect((await ask(world, `GET ${at}/initiatives/${draft.id}/case`, { as: bo })).status).toBe(404);
    const [copy] = await world.source.query(
      `INSERT INTO initiative (municipality_id, goal_id, rule_id, title, text, language, status, threshold, published_at, deadline)
       SELECT municipality_id, goal_id, rule_id, 'Kopi', text, language, 'collecting', 3, now(), deadline
       FROM initiative WHERE id = $1 RETURNING id`,
      [id],
    );
    expect((await ask(world, `GET ${at}/initiatives/${copy.id}/case`, { as: bo })).status).toBe(200);
  });

  it('is given to those who work here alone, who hear of it', async () => {
    const { municipality, culture, bo, ea, id, change, told } = await aCase(world);
    const resident = await someone(world, municipality);
    const elsewhere = await someone(world, await aMunicipality(world), ['staff']);
    for (const { id: assigneeId } of [resident, elsewhere])
      expect((await change({ unitId: culture.id, assigneeId })).body.details.fields).toEqual([
        { field: 'assigneeId', code: 'unknown' },
      ]);
    await change({ unitId: culture.id, assigneeId: ea.id });
    await change({ unitId: culture.id, assigneeId: ea.id, caseNumber: '26/1' });
    await change({ unitId: culture.id, assigneeId: bo.id });
    expect(await told(ea)).toEqual([{ kind: 'case-assigned', path: `staff/initiatives/${id}` }]);
    expect(await told(bo)).toEqual([]);
  });

  it('tells its proposer in time who deals with it, once, and again when another unit does', async () => {
    const { ida, bo, ea, culture, roads, file, change, told } = await aCase(world);
    const due = async () => (await ask(world, `GET ${file}`, { as: bo })).body.due;
    expect(await due()).toMatchObject({ what: 'notice', late: false });
    await change({ unitId: culture.id, assigneeId: null });
    expect(await due()).toMatchObject({ what: 'notice' });
    await change({ unitId: culture.id, assigneeId: bo.id });
    await change({ unitId: culture.id, assigneeId: ea.id });
    expect(await due()).toMatchObject({ what: 'decision' });
    await change({ unitId: roads.id, assigneeId: ea.id });
    expect((await told(ida)).filter(({ kind }) => kind === 'handler-named').map(({ name }) => name)).toEqual([
      culture.name,
      roads.name,
    ]);
  });

  it('keeps what staff note, and shows it to nobody else', async () => {
    const { at, id, file, bo, ida, municipality } = await aCase(world);
    const text = 'Ejeren af kajen er imod.';
    await ask(world, `POST ${file}/notes`, { as: bo, body: { text } });
    expect((await ask(world, `GET ${file}`, { as: bo })).body.notes).toMatchObject([
      { author: bo.name, text },
    ]);
    const moderator = await someone(world, municipality, ['moderator']);
    for (const as of [null, ida, moderator]) {
      expect((await ask(world, `GET ${file}`, { as })).status).toBe(as ? 403 : 401);
      expect((await ask(world, `POST ${file}/notes`, { as, body: { text } })).status).toBe(as ? 403 : 401);
      expect(JSON.stringify((await ask(world, `GET ${at}/initiatives/${id}`, { as })).body)).not.toContain(
        text,
      );
    }
  });

  it('asks a colleague’s opinion: they are told, answer once, and whoever asked is told', async () => {
    const { id, file, at, bo, ea, told } = await aCase(world);
    const question = 'Må der stå bænke på kajen?';
    const asked = await ask(world, `POST ${file}/opinions`, { as: bo, body: { askedId: ea.id, question } });
    const [opinion] = asked.body.opinions;
    expect(opinion).toMatchObject({ asker: bo.name, asked: ea.name, asksMe: false, answer: null });
    expect(await told(ea)).toMatchObject([{ kind: 'opinion-asked', name: bo.name }]);
    const mine = (await ask(world, `GET ${at}/initiative-cases?filter=opinion`, { as: ea })).body.items;
    expect(mine).toMatchObject([{ id, asksMe: true }]);
    const advise = (as: Someone) =>
      ask(world, `PUT ${file}/opinions/${opinion.id}`, { as, body: { answer: 'Ja, på den nordlige.' } });
    expect((await advise(bo)).status).toBe(404);
    expect((await advise(ea)).body.opinions).toMatchObject([
      { answer: 'Ja, på den nordlige.', asksMe: false },
    ]);
    expect((await advise(ea)).status).toBe(409);
    expect(await told(bo)).toMatchObject([{ kind: 'opinion-given', name: ea.name }]);
    expect((await ask(world, `GET ${at}/initiative-cases?filter=opinion`, { as: ea })).body.items).toEqual(
      [],
    );
  });

  it('asks a colleague one thing at a time, however many ask at once', async () => {
    const { file, bo, ea } = await aCase(world);
    const question = (n: number) =>
      ask(world, `POST ${file}/opinions`, { as: bo, body: { askedId: ea.id, question: `Hvad med ${n}?` } });
    const statuses = (await Promise.all([1, 2, 3, 4].map(question))).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([200, 409, 409, 409]);
    // Not by the application's care alone.
    const again = world.source.query(
      `INSERT INTO case_opinion (initiative_id, asker_id, asked_id, question)
       SELECT initiative_id, asker_id, asked_id, 'Igen?' FROM case_opinion WHERE asked_id = $1`,
      [ea.id],
    );
    await expect(again).rejects.toMatchObject({ driverError: { constraint: 'case_opinion_open' } });
  });

  it('of another municipality is not there', async () => {
    const { file, id, culture } = await aCase(world);
    const there = await aMunicipality(world);
    const staff = await someone(world, there, ['staff']);
    const at = `/api/municipalities/${there.slug}/initiatives/${id}/case`;
    const body = { unitId: null, assigneeId: null };
    expect((await ask(world, `GET ${at}`, { as: staff })).status).toBe(404);
    expect((await ask(world, `PUT ${at}`, { as: staff, body })).status).toBe(404);
    expect((await ask(world, `POST ${at}/notes`, { as: staff, body: { text: 'Hej' } })).status).toBe(404);
    expect((await ask(world, `GET ${file}`, { as: staff })).status).toBe(403);
    const units = `/api/municipalities/${there.slug}/initiative-cases/units`;
    expect((await ask(world, `PUT ${units}`, { as: staff, body: { unitIds: [culture.id] } })).status).toBe(
      422,
    );
  });
});

describe('which units staff work in', () => {
  const world = aWorld();

  it('is said by administrators too, for those who are staff here, and of units that are here', async () => {
    const { at, bo, ida, id, culture, roads, municipality } = await aCase(world);
    const administrator = await someone(world, municipality, ['administrator']);
    const of = (person: Someone) => `${at}/members/${person.id}/units`;
    const place = (person: Someone, unitIds: string[], as = administrator) =>
      ask(world, `PUT ${of(person)}`, { as, body: { unitIds } });
    expect((await place(bo, [culture.id, roads.id])).body.unitIds).toHaveLength(2);
    expect((await place(bo, [culture.id])).body).toMatchObject({
      unitIds: [culture.id],
      units: [{ name: culture.name }, { name: roads.name }],
    });
    await ask(world, `PUT ${at}/initiatives/${id}/support`, { as: await someone(world, municipality) });
    const mine = await ask(world, `GET ${at}/initiative-cases?filter=unit`, { as: bo });
    expect(mine.body.items).toMatchObject([{ id }]);
    expect((await place(ida, [culture.id])).status).toBe(404);
    expect((await place(bo, [], bo)).status).toBe(403);
    const there = await aMunicipality(world);
    const elsewhere = await someone(world, there, ['administrator']);
    const url = `/api/municipalities/${there.slug}/members/${bo.id}/units`;
    expect((await ask(world, `GET ${url}`, { as: elsewhere })).status).toBe(404);
    expect((await ask(world, `PUT ${url}`, { as: elsewhere, body: { unitIds: [] } })).status).toBe(404);
    const theirs = world.source.getRepository(OrganisationUnit);
    const far = await theirs.save(
      theirs.create({ municipalityId: there.id, name: 'Langt væk', kind: 'department' }),
    );
    expect((await place(bo, [far.id])).status).toBe(422);
  });
});

describe('what waits for staff', () => {
  const world = aWorld();

  it('is sorted by its deadline and counted: mine, nobody’s, my unit’s, late', async () => {
    const { id, bo, ea, at, culture, roads, change, propose } = await aCase(world);
    const second = await propose('Lys på stien');
    const third = await propose('Flere træer');
    await world.source.query(`UPDATE initiative_case SET told_at = now() WHERE initiative_id = $1`, [
      second.id,
    ]);
    await world.source.query(`UPDATE initiative SET decide_by = now() - interval '1 day' WHERE id = $1`, [
      third.id,
    ]);
    await change({ unitId: roads.id, assigneeId: bo.id });
    await world.source.query(`UPDATE initiative SET decide_by = now() + interval '1 day' WHERE id = $1`, [
      id,
    ]);
    const list = async (filter: string, as = bo) =>
      (await ask(world, `GET ${at}/initiative-cases?filter=${filter}`, { as })).body.items.map(
        (item: { id: string }) => item.id,
      );
    expect(await list('all')).toEqual([third.id, id, second.id]);
    expect(await list('mine')).toEqual([id]);
    expect(await list('mine', ea)).toEqual([]);
    expect(await list('unassigned')).toEqual([third.id, second.id]);
    expect(await list('overdue')).toEqual([third.id]);
    expect(await list('unit')).toEqual([]);
    await ask(world, `PUT ${at}/initiative-cases/units`, { as: bo, body: { unitIds: [culture.id] } });
    expect(await list('unit')).toEqual([third.id, second.id]);
    expect((await ask(world, `GET ${at}/initiative-cases/counts`, { as: bo })).body).toMatchObject({
      mine: 1,
      opinion: 0,
      unassigned: 2,
      unit: 2,
      overdue: 1,
      all: 3,
      answered: 0,
    });
    expect((await ask(world, `GET ${at}/waiting`, { as: bo })).body.initiatives).toEqual({
      mine: 1,
      opinion: 0,
      unassigned: 2,
      overdue: 1,
    });
  });

  it('comes page by page, each once', async () => {
    const { municipality, bo, propose } = await aCase(world);
    await propose('Lys på stien');
    await propose('Flere træer');
    const ctx = await contextOf(world, municipality, bo);
    const cases = world.app.get(InitiativeCasesService);
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await cases.list(ctx, { filter: 'all', limit: 1, ...(after && { after }) });
      seen.push(...page.items.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after);
    expect(new Set(seen).size).toBe(3);
    expect(seen).toHaveLength(3);
  });
});
