import {
  ConnectedSocket,
  MessageBody,
  SubscribeMessage,
  WebSocketGateway,
  type OnGatewayInit,
} from '@nestjs/websockets';
import type { ClientToServer, ServerToClient } from '@medvind/contracts';
import type { IncomingMessage } from 'node:http';
import type { Server, Socket } from 'socket.io';
import { isSameOrigin } from '../http/same-origin.js';
import { Realtime } from './realtime.js';

/** A page looks at a few things at once, never at hundreds. */
const MOST_ROOMS = 30;

const fromOurPages = (request: IncomingMessage, answer: (error: string | null, ok: boolean) => void) =>
  answer(
    null,
    isSameOrigin({
      method: 'POST',
      headers: { origin: request.headers.origin },
      host: request.headers.host ?? '',
    }),
  );

@WebSocketGateway({ serveClient: false, allowRequest: fromOurPages, maxHttpBufferSize: 10_000 })
export class RealtimeGateway implements OnGatewayInit<Server<ClientToServer, ServerToClient>> {
  constructor(private readonly realtime: Realtime) {}

  afterInit(server: Server<ClientToServer, ServerToClient>) {
    this.realtime.server = server;
  }

  @SubscribeMessage('watch')
  async watch(@ConnectedSocket() socket: Socket, @MessageBody() request: unknown) {
    const room = roomIn(request);
    const watching =
      room !== null &&
      socket.rooms.size <= MOST_ROOMS &&
      (await this.realtime.admits(room, socket.handshake.headers.cookie)) &&
      // Of many who asked at once some came in meanwhile.
      socket.rooms.size <= MOST_ROOMS;
    if (watching) await socket.join(room);
    return { watching };
  }

  @SubscribeMessage('unwatch')
  async unwatch(@ConnectedSocket() socket: Socket, @MessageBody() request: unknown) {
    const room = roomIn(request);
    if (room !== null) await socket.leave(room);
  }
}

const roomIn = (request: unknown): string | null => {
  const room = (request as { room?: unknown } | null)?.room;
  return typeof room === 'string' && room.length < 100 ? room : null;
};
