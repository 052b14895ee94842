import { describe, expect, it } from '@jest/globals';
import { aPolicy, anInitiative } from '../../test/fixtures.js';
import { aMunicipality, ask, aWorld, someone, type Someone } from '../../test/world.js';
import { Standing } from '../identity/standing.entity.js';
import type { PaperLineInput } from './paper-supports.dto.js';
import { LivesService } from './lives.service.js';
import { RetentionService } from './retention.service.js';

describe('support on paper', () => {
  const world = aWorld();
  const collecting = async (threshold = 50) => {
    const policy = await aPolicy(world);
    const { municipality } = policy;
    const ida = await someone(world, municipality, ['resident'], { name: 'Ida Proposer' });
    const { id } = await anInitiative(world, policy, { by: ida, threshold });
    const staff = await someone(world, municipality, ['staff']);
    const at = `/api/municipalities/${municipality.slug}/initiatives/${id}`;
    const keyIn = (lines: PaperLineInput[], sheet = '1', as: Someone = staff) =>
      ask(world, `POST ${at}/paper-supporters`, { as, body: { sheet, lines } });
    const show = async () => (await ask(world, `GET ${at}`)).body;
    const list = async () => (await ask(world, `GET ${at}/paper-supporters`, { as: staff })).body.items;
    const register = (person: Someone, bornOn: string) =>
      world.source.getRepository(Standing).insert({
        personId: person.id,
        municipalityId: municipality.id,
        evidence: 'register',
        groups: ['resident'],
        bornOn,
      });
    return { policy, municipality, ida, id, staff, at, keyIn, show, list, register };
  };
  const line = (n: number, name: string, bornOn = '1980-01-01'): PaperLineInput => ({
    line: n,
    name,
    bornOn,
  });

  it('counts beside that from the net, and says how much of it is on paper', async () => {
    const { keyIn, show, list, at, municipality, staff } = await collecting();
    await ask(world, `PUT ${at}/support`, { as: await someone(world, municipality) });
    expect((await keyIn([line(1, 'Bo Ek'), line(2, 'Eva Lind')])).body).toEqual({ added: 2, skipped: [] });
    expect(await show()).toMatchObject({ supportCount: 3, paperCount: 2 });
    const keyed = await list();
    expect(keyed.map(({ name, line: n }: { name: string; line: number }) => [n, name]).toSorted()).toEqual([
      [1, 'Bo Ek'],
      [2, 'Eva Lind'],
    ]);
    expect(keyed[0]).toMatchObject({ sheet: '1', keyedBy: staff.name, withdrawn: null });
  });

  it('keeps nothing from which a day of birth can be read', async () => {
    const { keyIn, id } = await collecting();
    await keyIn([line(1, 'Bo Ek', '1961-07-13')]);
    const rows = await world.source.query('SELECT * FROM paper_support WHERE initiative_id = $1', [id]);
    expect(JSON.stringify(rows)).not.toMatch(/1961|13-?07|07-?13/);
  });

  it('counts nobody twice, on one sheet, on two, or beside the net', async () => {
    const { keyIn, show, at, municipality, register, ida } = await collecting();
    const net = await someone(world, municipality, ['resident'], { name: 'Nete Netsen' });
    await register(net, '1970-02-03');
    await register(ida, '1970-02-04');
    await ask(world, `PUT ${at}/support`, { as: net });
    const { body } = await keyIn([
      line(1, 'Bo Ek'),
      line(2, 'bo  EK'),
      line(3, 'Nete Netsen', '1970-02-03'),
      line(4, 'Ida Proposer', '1970-02-04'),
      line(5, 'Bo Ek', '1980-01-02'),
    ]);
    expect(body).toMatchObject({
      added: 2,
      skipped: [
        { line: 2, fault: 'on-paper', confirmable: true },
        { line: 3, fault: 'online' },
        { line: 4, fault: 'own-initiative' },
      ],
    });
    expect((await keyIn([line(1, 'Ole Ny')])).body.skipped).toMatchObject([{ fault: 'line-taken' }]);
    expect((await keyIn([line(9, 'Bo Ek')], '2')).body.skipped).toMatchObject([{ fault: 'on-paper' }]);
    expect(await show()).toMatchObject({ supportCount: 3, paperCount: 2 });
  });

  it('asks staff about whoever has the name of somebody who supports online, born nobody knows when', async () => {
    const { keyIn, show, list, at, municipality, staff, register } = await collecting();
    const support = async (name: string) => {
      const person = await someone(world, municipality, ['resident'], { name });
      await ask(world, `PUT ${at}/support`, { as: person });
      return person;
    };
    await support('Bo Vind');
    await support('Åse Ørn-Lund');
    await register(await support('Eva Lind'), '1970-02-03');
    expect(
      (
        await keyIn([
          line(1, 'BO  vind', '1990-05-05'),
          line(2, 'åse ørn lund'),
          // The register knows that this is another.
          line(3, 'Eva Lind', '1980-01-01'),
          line(4, 'Ida Proposer'),
        ])
      ).body,
    ).toEqual({
      added: 1,
      skipped: [
        { line: 1, name: 'BO  vind', fault: 'name-online', confirmable: true },
        { line: 2, name: 'åse ørn lund', fault: 'name-online', confirmable: true },
        { line: 4, name: 'Ida Proposer', fault: 'name-proposer', confirmable: true },
      ],
    });
    expect((await keyIn([{ ...line(1, 'Bo Vind', '1990-05-05'), another: true }])).body.added).toBe(1);
    expect(await show()).toMatchObject({ supportCount: 5, paperCount: 2 });
    expect(await list()).toMatchObject([
      { name: 'Bo Vind', another: true, alsoOnline: false, keyedBy: staff.name },
      { name: 'Eva Lind', another: false, alsoOnline: false },
    ]);
  });

  it('shows staff whose name came to support online afterwards, and lets that person support', async () => {
    const { keyIn, show, list, at, municipality, staff } = await collecting();
    await keyIn([line(1, 'Bo Vind'), line(2, 'Eva Lind')]);
    const bo = await someone(world, municipality, ['resident'], { name: 'Bo Vind' });
    expect((await ask(world, `PUT ${at}/support`, { as: bo })).status).toBe(200);
    const keyed = await list();
    const pair = keyed.filter(({ alsoOnline }: { alsoOnline: boolean }) => alsoOnline);
    expect(pair).toMatchObject([{ name: 'Bo Vind' }]);
    await ask(world, `POST ${at}/paper-supporters/${pair[0].id}/withdraw`, {
      as: staff,
      body: { reason: 'Støtter på nettet' },
    });
    expect(await show()).toMatchObject({ supportCount: 2, paperCount: 1 });
    expect((await list()).some(({ alsoOnline }: { alsoOnline: boolean }) => alsoOnline)).toBe(false);
  });

  it('is of somebody who is born', async () => {
    const { keyIn, show } = await collecting();
    const { status, body } = await keyIn([line(1, 'Bo Ek'), line(2, 'Ny Ek', '2131-01-01')]);
    expect([status, body.details.fields]).toEqual([
      422,
      [{ field: 'lines.1.bornOn', code: 'in-the-future' }],
    ]);
    expect((await show()).paperCount).toBe(0);
  });

  it('is not given on the net by whoever the register knows to have signed', async () => {
    const { keyIn, at, municipality, register } = await collecting();
    const bo = await someone(world, municipality, ['resident'], { name: 'Bo Ek' });
    await register(bo, '1980-01-01');
    await keyIn([line(1, 'Bo Ek')]);
    expect((await ask(world, `PUT ${at}/support`, { as: bo })).body.code).toBe('supported-on-paper');
  });

  it('of one person in one instant counts once, also in the database', async () => {
    const { keyIn, show, id } = await collecting();
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => keyIn([line(1, 'Bo Ek')], `ark ${n}`)),
    );
    expect(answers.map(({ body }) => body.added).toSorted()).toEqual([0, 0, 0, 0, 0, 0, 0, 1]);
    expect(await show()).toMatchObject({ supportCount: 1, paperCount: 1 });
    const twice = `INSERT INTO paper_support (initiative_id, sheet, line, name, identity)
      SELECT initiative_id, 'x', 1, name, identity FROM paper_support WHERE initiative_id = $1`;
    await expect(world.source.query(twice, [id])).rejects.toMatchObject({
      driverError: { constraint: 'paper_support_once' },
    });
  });

  it('reaches the threshold', async () => {
    const { keyIn, show } = await collecting(2);
    await keyIn([line(1, 'Bo Ek'), line(2, 'Eva Lind')]);
    expect((await show()).state).toBe('reached');
  });

  it('that was signed before the deadline is keyed in for the days the rule gives, and decides', async () => {
    const { policy, municipality, ida, staff } = await collecting();
    const { id } = await anInitiative(world, policy, { by: ida, threshold: 2, scheme: { paperDays: 5 } });
    const at = `/api/municipalities/${municipality.slug}/initiatives/${id}`;
    const show = async () => (await ask(world, `GET ${at}`)).body;
    const late = (signedOn: string | null, name = 'Bo Ek') =>
      ask(world, `POST ${at}/paper-supporters`, {
        as: staff,
        body: { sheet: name, signedOn, lines: [line(1, name)] },
      });
    const move = (deadline: string, paperUntil: string) =>
      world.source.query(
        'UPDATE initiative SET deadline = now() + $2::interval, paper_until = now() + $3::interval WHERE id = $1',
        [id, deadline, paperUntil],
      );
    const [{ days }] = await world.source.query(
      'SELECT extract(day FROM paper_until - deadline)::int AS days FROM initiative WHERE id = $1',
      [id],
    );
    expect(days).toBe(5);

    await move('-3 days', '2 days');
    expect(await show()).toMatchObject({ state: 'collecting', daysLeft: null });
    expect((await show()).keyInUntil).not.toBeNull();
    const today = new Date().toISOString().slice(0, 10);
    expect((await late(null)).body.details.fields).toEqual([{ field: 'signedOn', code: 'required' }]);
    expect((await late(today)).body.details.fields).toEqual([
      { field: 'signedOn', code: 'after-the-deadline' },
    ]);
    expect((await late('2026-01-05')).body).toMatchObject({ added: 1 });
    await world.app.get(LivesService).tick(id);
    expect((await show()).state).toBe('collecting');
    await late('2026-01-05', 'Eva Lind');
    expect((await show()).state).toBe('reached');
    const insert = (signedOn: string) =>
      world.source.query(
        `INSERT INTO paper_support (initiative_id, sheet, line, name, identity, signed_on) VALUES ($1, 'x', 1, 'x', 'x', $2)`,
        [id, signedOn],
      );
    await expect(insert(today)).rejects.toMatchObject({
      driverError: { constraint: 'initiative_must_collect' },
    });

    await move('-6 days', '-1 hour');
    expect((await show()).keyInUntil).toBeNull();
    expect((await late('2026-01-05', 'Ole Ny')).body.code).toBe('initiative-not-collecting');
    await expect(insert('2026-01-05')).rejects.toMatchObject({
      driverError: { constraint: 'initiative_must_collect' },
    });
  });

  it('falls short only once the last sheet could have been keyed in', async () => {
    const { id, show } = await collecting();
    const move = (deadline: string, paperUntil: string) =>
      world.source.query(
        'UPDATE initiative SET deadline = now() + $2::interval, paper_until = now() + $3::interval WHERE id = $1',
        [id, deadline, paperUntil],
      );
    await move('-1 day', '1 day');
    await world.app.get(LivesService).tick(id);
    expect((await show()).state).toBe('collecting');
    await move('-2 days', '-1 minute');
    await world.app.get(LivesService).tick(id);
    expect((await show()).steps.at(-1).act).toBe('expire');
  });

  it('of two people of one name and one day of birth counts both, once staff confirm it', async () => {
    const { keyIn, show, list, id, at, municipality, register, staff } = await collecting();
    await keyIn([line(1, 'Bo Ek')]);
    expect((await keyIn([line(2, 'Bo Ek')])).body.skipped).toMatchObject([
      { fault: 'on-paper', confirmable: true },
    ]);
    expect((await keyIn([{ ...line(2, 'Bo Ek'), another: true }])).body).toEqual({ added: 1, skipped: [] });
    expect(await list()).toMatchObject([
      { name: 'Bo Ek', line: 2, another: true, keyedBy: staff.name },
      { name: 'Bo Ek', line: 1, another: false },
    ]);
    // A third is asked about anew.
    expect((await keyIn([line(3, 'Bo Ek')])).body.skipped).toMatchObject([{ fault: 'on-paper' }]);

    const net = await someone(world, municipality, ['resident'], { name: 'Nete Netsen' });
    await register(net, '1970-02-03');
    await ask(world, `PUT ${at}/support`, { as: net });
    expect((await keyIn([line(4, 'Nete Netsen', '1970-02-03')])).body.skipped).toMatchObject([
      { fault: 'online', confirmable: true },
    ]);
    await keyIn([{ ...line(4, 'Nete Netsen', '1970-02-03'), another: true }]);
    expect(await show()).toMatchObject({ supportCount: 4, paperCount: 3 });
    // Who is somebody else on paper is not kept from the net.
    await ask(world, `DELETE ${at}/support`, { as: net });
    expect((await ask(world, `PUT ${at}/support`, { as: net })).status).toBe(200);

    const twice = `INSERT INTO paper_support (initiative_id, sheet, line, name, identity, namesake)
      SELECT initiative_id, 'x', 9, name, identity, namesake FROM paper_support
      WHERE initiative_id = $1 AND namesake = 1 LIMIT 1`;
    await expect(world.source.query(twice, [id])).rejects.toMatchObject({
      driverError: { constraint: 'paper_support_once' },
    });
  });

  it('confirms nothing away but a likeness: neither youth, nor a line, nor a proposal of one’s own', async () => {
    const { keyIn, ida, register } = await collecting();
    await register(ida, '1970-02-04');
    await keyIn([line(1, 'Bo Ek')]);
    expect(
      (
        await keyIn([
          { ...line(1, 'Ole Ny'), another: true },
          { ...line(2, 'Ida Proposer', '1970-02-04'), another: true },
        ])
      ).body.skipped,
    ).toMatchObject([
      { fault: 'line-taken', confirmable: false },
      { fault: 'own-initiative', confirmable: false },
    ]);
  });

  it('that was keyed in wrongly is taken back with why, stays written down, and can be keyed in anew', async () => {
    const { keyIn, show, list, at, staff } = await collecting();
    await keyIn([line(1, 'Bo Ek')]);
    const [{ id }] = await list();
    const away = () =>
      ask(world, `POST ${at}/paper-supporters/${id}/withdraw`, {
        as: staff,
        body: { reason: 'Læst forkert' },
      });
    expect((await away()).status).toBe(204);
    expect((await away()).body.code).toBe('already-decided');
    expect(await show()).toMatchObject({ supportCount: 0, paperCount: 0 });
    expect(await list()).toMatchObject([{ withdrawn: { by: staff.name, reason: 'Læst forkert' } }]);
    expect((await keyIn([line(1, 'Bo Ek')])).body.added).toBe(1);
  });

  it('is forgotten when the rule says so, and how many there were is not', async () => {
    const { keyIn, show, list, id } = await collecting();
    await keyIn([line(1, 'Bo Ek'), line(2, 'Eva Lind')]);
    await world.source.query(
      "UPDATE initiative SET status = 'expired', deadline = now() - interval '13 months' WHERE id = $1",
      [id],
    );
    expect(await world.app.get(RetentionService).forget()).toBe(2);
    expect(await list()).toEqual([]);
    expect(await show()).toMatchObject({ supportCount: 2, paperCount: 2 });
  });

  it('is a ballot in the ledger like every other', async () => {
    const { keyIn, id, list, at, staff } = await collecting();
    await keyIn([line(1, 'Bo Ek'), line(2, 'Eva Lind')]);
    const entries = () =>
      world.source.query(
        `SELECT choice FROM ballot_entry JOIN ballot_box ON ballot_box.id = ballot_entry.box_id
         WHERE subject_id = $1 ORDER BY index`,
        [id],
      );
    expect(await entries()).toEqual([{ choice: '"support"' }, { choice: '"support"' }]);
    const [{ id: last }] = await list();
    const body = { reason: 'Læst forkert' };
    await ask(world, `POST ${at}/paper-supporters/${last}/withdraw`, { as: staff, body });
    expect(await entries()).toHaveLength(3);
  });

  it('is keyed in by staff alone, while it collects, and not in another municipality', async () => {
    const { keyIn, ida, id, municipality } = await collecting();
    expect((await keyIn([line(1, 'Bo Ek')], '1', ida)).status).toBe(403);
    const there = await aMunicipality(world);
    const elsewhere = await someone(world, there, ['staff']);
    for (const route of [`GET`, `POST`])
      expect(
        (
          await ask(world, `${route} /api/municipalities/${there.slug}/initiatives/${id}/paper-supporters`, {
            as: elsewhere,
            ...(route === 'POST' && { body: { sheet: '1', lines: [line(1, 'Bo Ek')] } }),
          })
        ).status,
      ).toBe(404);
    await world.source.query(`UPDATE initiative SET deadline = now() WHERE id = $1`, [id]);
    expect((await keyIn([line(1, 'Bo Ek')])).body.code).toBe('initiative-not-collecting');
    await expect(
      world.source.query(
        `INSERT INTO paper_support (initiative_id, sheet, line, name, identity) VALUES ($1, '1', 1, 'x', 'x')`,
        [id],
      ),
    ).rejects.toMatchObject({ driverError: { constraint: 'initiative_must_collect' } });
    expect(municipality.slug).not.toBe(there.slug);
  });

  it('says of a young one why they do not count, and nothing is taken where the rules take no paper', async () => {
    const { keyIn, municipality } = await collecting();
    // Rules are versions: an initiative keeps the one it was published under.
    const set = (change: string) =>
      world.source.query(
        `WITH rule AS (
           INSERT INTO initiative_rule (municipality_id, version, scheme)
           SELECT municipality_id, version + 1, scheme || $2::jsonb FROM initiative_rule
           WHERE municipality_id = $1 ORDER BY version DESC LIMIT 1 RETURNING id
         ) UPDATE initiative SET rule_id = rule.id FROM rule WHERE municipality_id = $1`,
        [municipality.id, change],
      );
    await set(JSON.stringify({ supporter: { groups: ['resident'], minAge: 18, evidence: 'none' } }));
    expect((await keyIn([line(1, 'Ung Ek', '2020-01-01')])).body.skipped).toMatchObject([
      { fault: 'too-young' },
    ]);
    await set(JSON.stringify({ paper: false }));
    expect((await keyIn([line(1, 'Bo Ek')])).body.code).toBe('paper-not-accepted');
  });
});
