import { Injectable } from '@nestjs/common';
import { roomOf, type ClientToServer, type RoomKind, type ServerToClient } from '@medvind/contracts';
import { isUUID } from 'class-validator';
import type { Server } from 'socket.io';

/** Whether the person behind this cookie may watch the room of this id. */
type Admission = (cookie: string | undefined, id: string) => Promise<boolean> | boolean;

/** Tells the pages that are open what changed; each feature says it of its own rooms. */
@Injectable()
export class Realtime {
  server: Server<ClientToServer, ServerToClient> | null = null;
  private readonly admissions = new Map<string, Admission>();

  /** Says who may watch rooms of a kind. A kind nobody speaks for admits nobody. */
  admit(kind: RoomKind, admission: Admission) {
    this.admissions.set(kind, admission);
  }

  async admits(room: string, cookie: string | undefined): Promise<boolean> {
    const [kind = '', id = ''] = room.split(':', 2);
    return isUUID(id) && ((await this.admissions.get(kind)?.(cookie, id)) ?? false);
  }

  changed(kind: RoomKind, id: string, revision: number) {
    const room = roomOf(kind, id);
    this.server?.to(room).emit('changed', { room, revision });
  }
}
