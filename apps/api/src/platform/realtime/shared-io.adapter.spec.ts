import { once } from 'node:events';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { roomOf, type ClientToServer, type ServerToClient } from '@medvind/contracts';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { io, type Socket } from 'socket.io-client';
import { aComment, aPolicy } from '../../../test/fixtures.js';
import { anotherProcess, aWorld } from '../../../test/world.js';

// A lost connection to the database is made again after up to three seconds.
jest.setTimeout(60_000);

describe('two processes on one database', () => {
  const world = aWorld({ config: () => ({ databaseUrl: 'the world’s own' }) });
  const opened: { close(): unknown }[] = [];
  afterEach(async () => {
    for (const one of opened.splice(0).toReversed()) await one.close();
  });

  const another = async (): Promise<NestFastifyApplication> => {
    const app = await anotherProcess(world);
    opened.push(app);
    return app;
  };

  const reader = async (app: NestFastifyApplication, room: string) => {
    const { port } = app.getHttpServer().address() as { port: number };
    const socket: Socket<ServerToClient, ClientToServer> = io(`http://127.0.0.1:${port}`, {
      transports: ['websocket'],
      forceNew: true,
    });
    opened.push(socket);
    await once(socket as never, 'connect');
    await socket.emitWithAck('watch', { room });
    return socket;
  };

  const told = (socket: Awaited<ReturnType<typeof reader>>) =>
    new Promise<{ room: string; revision: number }>((resolve) => socket.once('changed', resolve));

  it('tell the readers of each other', async () => {
    const published = await aPolicy(world);
    const room = roomOf('thread', published.threads[0]!.id);
    const socket = await reader(await another(), room);
    const change = told(socket);
    await aComment(world, published);
    expect(await change).toEqual({ room, revision: 1 });
  });

  it('let readers ask again after a break in which they could not hear each other', async () => {
    const published = await aPolicy(world);
    const room = roomOf('thread', published.threads[0]!.id);
    const socket = await reader(await another(), room);
    const parted = once(socket as never, 'disconnect');
    socket.on('disconnect', (reason) => reason === 'io server disconnect' && socket.connect());
    await world.source.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND query LIKE 'LISTEN%' AND application_name = 'medvind-live'`,
    );
    await parted;
    await once(socket as never, 'connect');
    await socket.emitWithAck('watch', { room });
    const change = told(socket);
    await aComment(world, published);
    expect(await change).toEqual({ room, revision: 1 });
  });
});
