import { once } from 'node:events';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { roomOf, type ClientToServer, type ServerToClient } from '@medvind/contracts';
import { io, type Socket } from 'socket.io-client';
import { aComment, aPolicy } from '../../test/fixtures.js';
import { questionsOf } from '../../test/queries.js';
import { ask, aWorld, someone } from '../../test/world.js';

const READERS = 40;

describe('the readers of a thread', () => {
  const world = aWorld();
  let url = '';
  beforeAll(async () => {
    await world.app.listen(0, '127.0.0.1');
    const { port } = world.app.getHttpServer().address() as { port: number };
    url = `http://127.0.0.1:${port}`;
  });

  const connect = async (cookie?: string): Promise<Socket<ServerToClient, ClientToServer>> => {
    const socket = io(url, {
      transports: ['websocket'],
      forceNew: true,
      ...(cookie && { extraHeaders: { cookie } }),
    });
    await once(socket as never, 'connect');
    return socket;
  };

  it('come, look and go without a question to the database, whoever they are', async () => {
    const { municipality, threads } = await aPolicy(world);
    const room = roomOf('thread', threads[0]!.id);
    const ida = await someone(world, municipality);
    const questions = await questionsOf(world, async () => {
      const sockets = await Promise.all(
        Array.from({ length: READERS }, (_, at) => connect(at % 2 ? ida.cookie : undefined)),
      );
      for (const socket of sockets)
        expect(await socket.emitWithAck('watch', { room })).toEqual({ watching: true });
      sockets[0]!.emit('unwatch', { room });
      for (const socket of sockets) socket.close();
    });
    expect(questions).toBe(0);
  });

  it('who all reconnect at once are told what they missed by a few questions', async () => {
    const published = await aPolicy(world);
    const comment = await aComment(world, published);
    const route = `GET /api/municipalities/${published.municipality.slug}/threads/${published.threads[0]!.id}/changes`;
    const questions = await questionsOf(world, async () => {
      const answers = await Promise.all(
        Array.from({ length: READERS }, () => ask(world, `${route}?since=0`)),
      );
      for (const { body } of answers) expect(body.items).toMatchObject([{ id: comment.id }]);
    });
    // Four a round: the municipality, the thread, its changes, what left it. The first, and one for all who came
    // meanwhile; on a busy machine they come in a few rounds more.
    expect(questions).toBeLessThan(READERS / 2);
  });

  it('who reconnect signed in cost one question more than who they are, and see only their own', async () => {
    const published = await aPolicy(world);
    const { municipality, threads } = published;
    const said = await aComment(world, published);
    const people = await Promise.all(Array.from({ length: READERS / 2 }, () => someone(world, municipality)));
    const here = `/api/municipalities/${municipality.slug}`;
    // Every second has voted, and every third has said something that waits.
    const voted = new Set(people.filter((_, at) => at % 2));
    const waits = new Map<string, string>();
    for (const voter of voted)
      await ask(world, `PUT ${here}/comments/${said.id}/vote`, { as: voter, body: { vote: 'agree' } });
    for (const by of people.filter((_, at) => at % 3 === 0))
      waits.set(by.id, (await aComment(world, published, { by })).id);
    await world.source.query("UPDATE comment SET held_at = now(), held_reason = 'link' WHERE id = ANY($1)", [
      [...waits.values()],
    ]);
    const readers = [...people, ...people.map(() => null)];
    const questions = await questionsOf(world, async () => {
      const answers = await Promise.all(
        readers.map((as) => ask(world, `GET ${here}/threads/${threads[0]!.id}/changes?since=0`, { as })),
      );
      for (const [at, { body }] of answers.entries()) {
        const reader = readers[at];
        const own = reader && waits.get(reader.id);
        expect(body.items.map(({ id }: { id: string }) => id)).toEqual(own ? [said.id, own] : [said.id]);
        const mine = reader && voted.has(reader) ? 'agree' : null;
        expect(body.items[0]).toMatchObject({ myVote: mine, author: { me: false } });
        expect(body.thread.can.comment).toBe(reader !== null);
      }
    });
    // Who they are, and what changed for them; all else is asked for all of them together.
    expect(questions).toBeLessThan(people.length * 2 + READERS / 2);
  });

  it('who come one after the other miss nothing that was said before they asked', async () => {
    const published = await aPolicy(world);
    const changes = `GET /api/municipalities/${published.municipality.slug}/threads/${published.threads[0]!.id}/changes`;
    const ida = await someone(world, published.municipality);
    const underway: Promise<unknown>[] = [];
    for (let round = 0; round < 6; round++) {
      underway.push(ask(world, `${changes}?since=0`), ask(world, `${changes}?since=0`, { as: ida }));
      const { id } = await aComment(world, published);
      for (const as of [null, ida])
        underway.push(
          ask(world, `${changes}?since=0`, { as }).then(({ body }) =>
            expect(body.items).toContainEqual(expect.objectContaining({ id })),
          ),
        );
    }
    await Promise.all(underway);
  });

  it('who missed nothing are not looked for in the comments', async () => {
    const published = await aPolicy(world);
    const { revision } = await aComment(world, published);
    const ida = await someone(world, published.municipality);
    const route = `GET /api/municipalities/${published.municipality.slug}/threads/${published.threads[0]!.id}/changes`;
    // The municipality is known from now on.
    await ask(world, `${route}?since=0`);
    let answer: Awaited<ReturnType<typeof ask>> | undefined;
    const questions = await questionsOf(world, async () => {
      answer = await ask(world, `${route}?since=${revision}`, { as: ida });
    });
    expect(answer?.body).toMatchObject({ thread: { revision, can: { comment: true } }, items: [], gone: [] });
    // Who asks, and the thread.
    expect(questions).toBe(2);
  });

  it('are each told of their own votes and abilities', async () => {
    const published = await aPolicy(world);
    const { municipality, threads } = published;
    const [author, voter] = [await someone(world, municipality), await someone(world, municipality)];
    const comment = await aComment(world, published, { by: author });
    const here = `/api/municipalities/${municipality.slug}`;
    await ask(world, `PUT ${here}/comments/${comment.id}/vote`, { as: voter, body: { vote: 'agree' } });
    const changes = (as?: typeof author) =>
      ask(world, `GET ${here}/threads/${threads[0]!.id}/changes?since=0`, { as: as ?? null });
    const [visitor, mine, voted, again] = await Promise.all([
      changes(),
      changes(author),
      changes(voter),
      changes(),
    ]);
    expect(visitor.body.items).toMatchObject([{ myVote: null, author: { me: false }, can: { edit: false } }]);
    expect(mine.body.items).toMatchObject([{ myVote: null, author: { me: true }, can: { edit: true } }]);
    expect(voted.body.items).toMatchObject([{ myVote: 'agree', author: { me: false }, can: { vote: true } }]);
    expect(again.body).toEqual(visitor.body);
  });
});
