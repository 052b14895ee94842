import { describe, expect, it } from '@jest/globals';
import { aComment, aPolicy } from '../../test/fixtures.js';
import { aMunicipality, ask, aWorld, someone } from '../../test/world.js';

describe('an official answer', () => {
  const world = aWorld();

  async function asked() {
    const published = await aPolicy(world);
    const staff = await someone(world, published.municipality, ['staff'], { name: 'Peter Lund' });
    const question = await aComment(world, published, { body: 'Hvornår?' });
    const answer = await aComment(world, published, { by: staff, parentId: question.id, body: 'I maj.' });
    const at = `/api/municipalities/${published.municipality.slug}`;
    return { published, staff, question, answer, at, thread: `${at}/threads/${published.threads[0]!.id}` };
  }

  it('is pinned to a comment by staff, says by whom and when, and is shown though it came late', async () => {
    const { published, staff, question, at, thread } = await asked();
    for (let n = 0; n < 12; n++)
      await aComment(world, published, { by: staff, parentId: question.id, body: `Svar ${n}` });
    const late = await aComment(world, published, { by: staff, parentId: question.id, body: 'Sidste ord' });
    const before = (await ask(world, `GET ${thread}`)).body;
    const pinned = await ask(world, `PUT ${at}/comments/${late.id}/official`, {
      as: staff,
      body: { answersId: question.id },
    });
    expect(pinned.body.official).toEqual({
      answersId: question.id,
      by: 'Peter Lund',
      at: expect.any(String),
    });
    const { items } = (await ask(world, `GET ${thread}/comments`)).body;
    expect(items[0].replies).toHaveLength(11);
    expect(items[0].replies.at(-1)).toMatchObject({
      body: 'Sidste ord',
      official: { answersId: question.id },
    });
    const changes = (await ask(world, `GET ${thread}/changes?since=${before.revision}`)).body;
    expect(changes.items.map(({ id }: { id: string }) => id)).toContain(late.id);
    const rest = await ask(world, `GET ${at}/comments/${question.id}/replies?after=${items[0].nextReplies}`);
    expect(rest.body.items.map(({ body }: { body: string }) => body)).toEqual([
      'Svar 9',
      'Svar 10',
      'Svar 11',
      'Sidste ord',
    ]);
  });

  it('to the whole thread gives way to the next, and its story is kept', async () => {
    const { published, staff, answer, at, thread } = await asked();
    const second = await aComment(world, published, { by: staff, body: 'Samlet svar' });
    await ask(world, `PUT ${at}/comments/${answer.id}/official`, { as: staff, body: { answersId: null } });
    expect((await ask(world, `GET ${thread}`)).body.official).toMatchObject({ id: answer.id });
    await ask(world, `PUT ${at}/comments/${second.id}/official`, { as: staff, body: { answersId: null } });
    expect((await ask(world, `GET ${thread}`)).body.official).toMatchObject({ id: second.id });
    expect((await ask(world, `GET ${at}/comments/${answer.id}`)).body.official).toBeNull();
    await ask(world, `DELETE ${at}/comments/${second.id}/official`, { as: staff });
    expect((await ask(world, `GET ${thread}`)).body.official).toBeNull();
    const log = await world.source.query(
      `SELECT comment_id, pinned_by_id, unpinned_by_id, unpinned_at IS NOT NULL AS over FROM official_answer
       WHERE thread_id = $1 ORDER BY id`,
      [published.threads[0]!.id],
    );
    expect(log).toEqual(
      [answer, second].map(({ id }) => ({
        comment_id: id,
        pinned_by_id: staff.id,
        unpinned_by_id: staff.id,
        over: true,
      })),
    );
  });

  it('is nobody’s to pin but staff’s, of what staff wrote, to what it answers', async () => {
    const { published, staff, question, answer, at } = await asked();
    const pin = (id: string, answersId: string | null, as = staff) =>
      ask(world, `PUT ${at}/comments/${id}/official`, { as, body: { answersId } });
    const resident = await someone(world, published.municipality);
    expect((await pin(answer.id, null, resident)).status).toBe(403);
    expect((await pin(question.id, null)).status).toBe(403);
    const elsewhere = await aComment(world, published, { body: 'Andet' });
    expect((await pin(answer.id, elsewhere.id)).body.details.fields).toEqual([
      { field: 'answersId', code: 'unknown' },
    ]);
    const other = await aMunicipality(world);
    const stranger = await someone(world, other, ['staff']);
    const there = await ask(world, `PUT /api/municipalities/${other.slug}/comments/${answer.id}/official`, {
      as: stranger,
      body: { answersId: null },
    });
    expect(there.status).toBe(404);
  });

  it('is one for each comment and one for the thread, however many pin at once', async () => {
    const { published, staff, question, answer, at, thread } = await asked();
    const others = await Promise.all(
      Array.from({ length: 5 }, (_, n) =>
        aComment(world, published, { by: staff, parentId: question.id, body: `Svar ${n}` }),
      ),
    );
    const answers = await Promise.all(
      [answer, ...others].map(({ id }) =>
        ask(world, `PUT ${at}/comments/${id}/official`, { as: staff, body: { answersId: question.id } }),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const { items } = (await ask(world, `GET ${thread}/comments`)).body;
    expect(items[0].replies.filter(({ official }: { official: unknown }) => official)).toHaveLength(1);
    // And the database itself keeps it so.
    const twice = world.source.query(
      'INSERT INTO official_answer (thread_id, comment_id, answers_id) VALUES ($1, $2, $3), ($1, $4, $3)',
      [published.threads[0]!.id, answer.id, question.id, others[0]!.id],
    );
    await expect(twice).rejects.toMatchObject({ driverError: { code: '23505' } });
    const toThread = world.source.query(
      'INSERT INTO official_answer (thread_id, comment_id) VALUES ($1, $2), ($1, $3)',
      [published.threads[1]!.id, question.id, others[1]!.id],
    );
    await expect(toThread).rejects.toMatchObject({ driverError: { code: '23505' } });
  });

  it('that is hidden stands nowhere', async () => {
    const { staff, answer, at, thread } = await asked();
    await ask(world, `PUT ${at}/comments/${answer.id}/official`, { as: staff, body: { answersId: null } });
    await ask(world, `DELETE ${at}/comments/${answer.id}`, { as: staff });
    expect((await ask(world, `GET ${thread}`)).body.official).toBeNull();
  });
});

describe('what staff key in for somebody', () => {
  const world = aWorld();

  it('is said by whom they name, or by nobody known, where it was said, and never by themselves', async () => {
    const published = await aPolicy(world);
    const staff = await someone(world, published.municipality, ['staff']);
    const url = `POST /api/municipalities/${published.municipality.slug}/threads/${published.threads[0]!.id}/comments`;
    const spoken = await ask(world, url, {
      as: staff,
      body: { body: 'Der er mørkt ved broen.', channel: 'meeting', speaker: 'Fru Holm', type: 'need' },
    });
    expect(spoken.body).toMatchObject({
      author: null,
      speaker: 'Fru Holm',
      channel: 'meeting',
      type: 'need',
    });
    const nameless = await ask(world, url, {
      as: staff,
      body: { body: 'Også ved parken.', channel: 'paper', speaker: '' },
    });
    expect(nameless.body).toMatchObject({
      author: null,
      speaker: null,
      channel: 'paper',
      can: { edit: true, pin: false },
    });
    const [kept] = await world.source.query(
      'SELECT author_id, entered_by_id, voice FROM comment WHERE id = $1',
      [spoken.body.id],
    );
    expect(kept).toEqual({ author_id: null, entered_by_id: staff.id, voice: null });
  });

  it('is for staff only, and a comment on the web has no other speaker', async () => {
    const published = await aPolicy(world);
    const ida = await someone(world, published.municipality);
    const url = `POST /api/municipalities/${published.municipality.slug}/threads/${published.threads[0]!.id}/comments`;
    expect((await ask(world, url, { as: ida, body: { body: 'Hej', channel: 'phone' } })).status).toBe(403);
    const own = await ask(world, url, { as: ida, body: { body: 'Hej', speaker: 'Borgmesteren' } });
    expect(own.body).toMatchObject({ speaker: null, channel: 'web', author: { me: true } });
    await expect(
      world.source.query("UPDATE comment SET speaker = 'Borgmesteren' WHERE id = $1", [own.body.id]),
    ).rejects.toMatchObject({ driverError: { constraint: 'comment_speaker' } });
  });
});

describe('a badge', () => {
  const world = aWorld();

  it('is what one spoke as then, and cannot be chosen', async () => {
    const published = await aPolicy(world);
    const person = await someone(world, published.municipality);
    const before = await aComment(world, published, { by: person, body: 'Som borger' });
    await world.source.query(
      "INSERT INTO membership (person_id, municipality_id, role) VALUES ($1, $2, 'staff')",
      [person.id, published.municipality.id],
    );
    const after = await aComment(world, published, { by: person, body: 'Som medarbejder' });
    await world.source.query("DELETE FROM membership WHERE person_id = $1 AND role = 'staff'", [person.id]);
    const badgeOf = async (id: string) =>
      (await ask(world, `GET /api/municipalities/${published.municipality.slug}/comments/${id}`)).body.author
        .badge;
    expect([await badgeOf(before.id), await badgeOf(after.id)]).toEqual([null, 'staff']);
    const [forged] = await world.source.query<{ voice: string | null }[]>(
      `INSERT INTO comment (municipality_id, thread_id, author_id, body, language, voice)
       VALUES ($1, $2, $3, 'Jeg er kommunen', 'da', 'staff') RETURNING voice`,
      [published.municipality.id, published.threads[0]!.id, person.id],
    );
    expect(forged!.voice).toBeNull();
  });
});
