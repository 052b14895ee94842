import { describe, expect, it } from '@jest/globals';
import { aComment, aPolicy, type PublishedPolicy } from '../../test/fixtures.js';
import { aMunicipality, ask, aWorld, someone } from '../../test/world.js';

const world = aWorld();

const at = ({ municipality }: Pick<PublishedPolicy, 'municipality'>) =>
  `/api/municipalities/${municipality.slug}`;
const year = new Date().getFullYear();
const report = async (published: Pick<PublishedPolicy, 'municipality'>, of = year) =>
  (await ask(world, `GET ${at(published)}/transparency?year=${of}`)).body;

/** A year in which a comment was reported and hidden, the author appealed, and was right. */
async function aYear() {
  const published = await aPolicy(world);
  const { municipality } = published;
  const author = await someone(world, municipality);
  const comment = await aComment(world, published, { by: author });
  await ask(world, `POST ${at(published)}/comments/${comment.id}/reports`, {
    as: await someone(world, municipality),
    body: { reasonCode: 'insult' },
  });
  await ask(world, `POST ${at(published)}/notices`, {
    body: {
      location: comment.reference,
      reasonCode: 'incitement',
      text: 'Der opfordres til vold.',
      name: 'Kim',
      email: 'kim@anmelder.example',
      goodFaith: true,
    },
  });
  const hidden = await ask(world, `POST ${at(published)}/moderation/comments/${comment.id}/decisions`, {
    as: await someone(world, municipality, ['moderator']),
    body: { action: 'hide', reasonCode: 'threat', reason: 'Truer nogen.' },
  });
  const appeal = await ask(world, `POST ${at(published)}/decisions/${hidden.body.lastDecision.id}/appeal`, {
    as: author,
    body: { text: 'Det var ironi.' },
  });
  await ask(world, `POST ${at(published)}/moderation/appeals/${appeal.body.appeal.id}/decision`, {
    as: await someone(world, municipality, ['moderator']),
    body: { outcome: 'upheld', text: 'Det var ironi.' },
  });
  return published;
}

describe('a year of moderation', () => {
  it('is counted for everyone: what came, what was decided, and how long it took', async () => {
    const published = await aYear();
    const body = await report(published);
    expect(body).toMatchObject({
      year,
      years: [year],
      notices: [{ key: 'incitement', count: 1 }],
      noticeOutcomes: [{ key: 'waiting', count: 1 }],
      reports: [{ key: 'insult', count: 1 }],
      decisions: expect.arrayContaining([
        { key: 'hide', count: 1 },
        { key: 'keep', count: 1 },
      ]),
      reasons: [{ key: 'threat', count: 1 }],
      appeals: [{ key: 'upheld', count: 1 }],
      automatedPercent: 0,
    });
    expect(body.medians.map(({ measure }: { measure: string }) => measure)).toEqual(['appeal', 'report']);
  });

  it('says nothing of another municipality, or of another year', async () => {
    const published = await aYear();
    expect(await report(published, year - 1)).toMatchObject({ notices: [], decisions: [], appeals: [] });
    expect(await report({ municipality: await aMunicipality(world) })).toMatchObject({
      notices: [],
      decisions: [],
      automatedPercent: null,
    });
  });

  it('does not count what was taken back within minutes', async () => {
    const published = await aPolicy(world);
    const moderator = await someone(world, published.municipality, ['moderator']);
    const comment = await aComment(world, published);
    const { body } = await ask(world, `POST ${at(published)}/moderation/comments/${comment.id}/decisions`, {
      as: moderator,
      body: { action: 'hide', reasonCode: 'threat', reason: 'Truer nogen.' },
    });
    const undone = await ask(world, `POST ${at(published)}/moderation/undo`, {
      as: moderator,
      body: { decisionIds: [body.lastDecision.id] },
    });
    expect(undone.body.items[0].code).toBeNull();
    expect((await report(published)).reasons).toEqual([]);
  });

  it('is also a file that no spreadsheet runs', async () => {
    const published = await aYear();
    const answer = await world.app.inject({ url: `${at(published)}/transparency/file?year=${year}` });
    expect(answer.headers['content-type']).toContain('text/csv');
    expect(answer.headers['content-disposition']).toContain(`moderering-${year}`);
    const [head, ...rows] = answer.body.replace('\uFEFF', '').split('\r\n');
    expect(head).toBe('"År";"Hvad";"Kode";"Navn";"Antal";"Andel (procent)";"Tid (minutter)"');
    expect(rows).toContain(`"${year}";"Klager";"upheld";"fik medhold";"1";"";""`);
    // A reason stands with its name, and each number under its unit.
    expect(rows).toContain(`"${year}";"Skjult eller fjernet, efter regel";"threat";"Truer nogen";"1";"";""`);
    expect(rows).toContain(`"${year}";"Automatisk andel";"";"";"0";"0";""`);
    expect(rows.find((row) => row.includes('"Typisk tid til beslutning";"report"'))).toMatch(
      /"Anmeldt";"1";"";"\d+"$/,
    );
  });
});
