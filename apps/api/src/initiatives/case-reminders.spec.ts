import { describe, expect, it } from '@jest/globals';
import { aPolicy, anInitiative } from '../../test/fixtures.js';
import { workOff } from '../../test/jobs.js';
import { aMailServer } from '../../test/mail-server.js';
import { ask, aWorld, someone, type Someone } from '../../test/world.js';
import { OrganisationUnit } from '../municipalities/organisation-unit.entity.js';
import { Notification } from '../notifications/notification.entity.js';
import { Policy } from '../policies/policy.entity.js';
import { CaseRemindersService } from './case-reminders.service.js';
import { plainScheme } from './scheme.presets.js';

describe('deadlines of those who deal with initiatives', () => {
  const server = aMailServer();
  const world = aWorld({ config: () => ({ smtpUrl: server.url, publicUrl: 'https://medvind.example' }) });
  const decision = { months: 12, extensionMonths: 3, noticeDays: 30, reportsPerYear: 0 };

  /** Handed over by its one supporter, at a unit in which Bo works. */
  const aCase = async () => {
    const policy = await aPolicy(world);
    const { municipality } = policy;
    const units = world.source.getRepository(OrganisationUnit);
    const unit = await units.save(
      units.create({ municipalityId: municipality.id, name: 'Center for Kultur', kind: 'department' }),
    );
    await world.source.getRepository(Policy).update({ id: policy.policy.id }, { ownerUnitId: unit.id });
    const [bo, ea] = [
      await someone(world, municipality, ['staff']),
      await someone(world, municipality, ['staff']),
    ];
    const at = `/api/municipalities/${municipality.slug}`;
    await ask(world, `PUT ${at}/initiative-cases/units`, { as: bo, body: { unitIds: [unit.id] } });
    const scheme = { ...plainScheme(1, { windowDays: 30 }), handOver: 'at-once' as const, decision };
    const { id } = await anInitiative(world, policy, { scheme });
    await ask(world, `PUT ${at}/initiatives/${id}/support`, { as: await someone(world, municipality) });
    await workOff(world);
    return { municipality, unit, bo, ea, at, id };
  };
  /** Time goes by: the deadlines come so much nearer. */
  const pass = async (initiativeId: string, days: number) => {
    await world.source.query(
      `UPDATE initiative_case SET notice_by = notice_by - make_interval(days => $2) WHERE initiative_id = $1`,
      [initiativeId, days],
    );
    await world.source.query(
      `UPDATE initiative SET decide_by = decide_by - make_interval(days => $2),
         review_by = review_by - make_interval(days => $2) WHERE id = $1`,
      [initiativeId, days],
    );
  };
  const look = async () => {
    await world.app.get(CaseRemindersService).look();
    return workOff(world);
  };
  const reminded = async ({ id }: Someone) =>
    (
      await world.source.getRepository(Notification).find({ where: { personId: id }, order: { id: 'ASC' } })
    ).flatMap(({ kind, details, path }) => (details.due ? [{ kind, due: details.due, path }] : []));
  const lettersTo = async ({ id }: Someone): Promise<string[]> => {
    const [{ email }] = await world.source.query('SELECT email FROM person WHERE id = $1', [id]);
    return server.letters
      .filter(({ envelope }) => envelope.includes(email))
      .map(({ subject }) => subject ?? '')
      .filter((subject) => /senest/.test(subject));
  };

  it('are mailed before and when they pass, each once, to the unit while nobody has the case', async () => {
    const { id, bo, ea } = await aCase();
    await look();
    expect(await reminded(bo)).toEqual([]);
    await pass(id, 28);
    await look();
    await look();
    const path = `staff/initiatives/${id}`;
    expect(await reminded(bo)).toEqual([{ kind: 'deadline-near', due: 'notice', path }]);
    await pass(id, 5);
    await look();
    await look();
    expect(await reminded(bo)).toEqual([
      { kind: 'deadline-near', due: 'notice', path },
      { kind: 'deadline-late', due: 'notice', path },
    ]);
    expect(await lettersTo(bo)).toEqual([
      expect.stringMatching(/^Sig senest .*, hvem der behandler forslaget »Flere bænke langs havnen«$/),
      expect.stringMatching(/^For sent: forslagsstilleren skulle senest /),
    ]);
    expect(await reminded(ea)).toEqual([]);
  });

  it('of an answer are the assignee’s, and begin anew when it is put off', async () => {
    const { id, at, unit, bo, ea } = await aCase();
    await ask(world, `PUT ${at}/initiatives/${id}/case`, {
      as: bo,
      body: { unitId: unit.id, assigneeId: ea.id },
    });
    await pass(id, 360);
    await look();
    await pass(id, 10);
    await look();
    const of = (kind: string) => ({ kind, due: 'decision', path: `staff/initiatives/${id}` });
    expect(await reminded(ea)).toEqual([of('deadline-near'), of('deadline-late')]);
    const extended = await ask(world, `POST ${at}/initiatives/${id}/steps`, {
      as: ea,
      body: { act: 'extend', note: 'Vi venter på udvalget.' },
    });
    expect(extended.status).toBe(200);
    await look();
    expect(await reminded(ea)).toHaveLength(2);
    await pass(id, 90);
    await look();
    expect(await reminded(ea)).toHaveLength(3);
    // Somebody was told who deals with it: nothing of that is late.
    expect(await reminded(bo)).toEqual([]);
  });

  it('that come together are told of in one letter', async () => {
    const { id, bo, municipality } = await aCase();
    await pass(id, 360);
    await look();
    expect((await reminded(bo)).map(({ kind, due }) => `${kind} ${due}`).toSorted()).toEqual([
      'deadline-late notice',
      'deadline-near decision',
    ]);
    const [{ email }] = await world.source.query('SELECT email FROM person WHERE id = $1', [bo.id]);
    expect(
      server.letters.filter(({ envelope }) => envelope.includes(email)).map(({ subject }) => subject),
    ).toEqual([`Frister i ${municipality.name}`]);
  });

  it('are said once though processes look at the same moment, and not at all when the saying fails', async () => {
    const { id, bo, municipality } = await aCase();
    await pass(id, 28);
    const reminders = world.app.get(CaseRemindersService);
    await world.source.query(
      `CREATE FUNCTION no_notices() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'gone'; END $$;
       CREATE TRIGGER no_notices BEFORE INSERT ON notification FOR EACH ROW EXECUTE FUNCTION no_notices()`,
    );
    await expect(reminders.remind(municipality.id)).rejects.toThrow('gone');
    await world.source.query('DROP TRIGGER no_notices ON notification; DROP FUNCTION no_notices');
    await Promise.all(Array.from({ length: 6 }, () => reminders.remind(municipality.id)));
    expect(await reminded(bo)).toHaveLength(1);
  });

  it('come to everyone who works there where no unit and nobody has the case', async () => {
    const { id, bo, ea } = await aCase();
    await world.source.query('UPDATE initiative_case SET unit_id = NULL WHERE initiative_id = $1', [id]);
    await pass(id, 28);
    await look();
    expect([await reminded(bo), await reminded(ea)].map(({ length }) => length)).toEqual([1, 1]);
  });

  it('of a review come to the moderators when it is late, without the text, and staff see it', async () => {
    const policy = await aPolicy(world);
    const { municipality } = policy;
    const [moderator, staff] = [
      await someone(world, municipality, ['moderator']),
      await someone(world, municipality, ['staff']),
    ];
    const at = `/api/municipalities/${municipality.slug}`;
    const { id } = await anInitiative(world, policy, { scheme: { review: { before: true, days: 10 } } });
    const counts = async (as: Someone) =>
      (await ask(world, `GET ${at}/initiative-cases/counts`, { as })).body;
    await look();
    expect(await counts(staff)).toMatchObject({ lateReviews: 0, reviewBy: null });
    await pass(id, 12);
    await look();
    await look();
    expect(await reminded(moderator)).toEqual([{ kind: 'deadline-late', due: 'review', path: 'moderation' }]);
    expect(await reminded(staff)).toEqual([]);
    const [letter] = await lettersTo(moderator);
    expect(letter).toMatch(/^For sent: forslaget F-\d+ skulle være læst senest /);
    expect(await counts(staff)).toMatchObject({
      lateReviews: 1,
      reviewBy: expect.any(String),
      canReview: false,
    });
  });
});
