export type RoomKind = 'thread' | 'initiative' | 'vote' | 'person' | 'moderation';

/** A room's name. `person` and `moderation` (by municipality id) admit only those they are for. */
export const roomOf = (kind: RoomKind, id: string): string => `${kind}:${id}`;

/** The socket says what changed; HTTP says what it is now. */
export interface ServerToClient {
  changed: (change: { room: string; revision: number }) => void;
}

export interface ClientToServer {
  watch: (request: { room: string }, answer?: (result: { watching: boolean }) => void) => void;
  unwatch: (request: { room: string }) => void;
}
