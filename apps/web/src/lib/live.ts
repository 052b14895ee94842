import type { ClientToServer, ServerToClient } from '@medvind/contracts';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { Socket } from 'socket.io-client';

/** `revision` is null after a (re)connection: something may have happened meanwhile, ask what it is now. */
export interface Change {
  room: string;
  revision: number | null;
}
type Listener = (change: Change) => void;

const rooms = new Map<string, Set<Listener>>();
let opening: Promise<Socket<ServerToClient, ClientToServer>> | undefined;

const QUIET_AFTER = 5000;
const AGAIN_AFTER = 2000;
let connected = true;
let timer: ReturnType<typeof setTimeout> | undefined;
const watchers = new Set<() => void>();

function say(now: boolean): void {
  clearTimeout(timer);
  timer = undefined;
  if (connected === now) return;
  connected = now;
  for (const watcher of watchers) watcher();
}

/** A short break is nobody's business. */
function lost(): void {
  timer ??= setTimeout(() => say(false), QUIET_AFTER);
}

const tell = (room: string, revision: number | null): void => {
  for (const listener of rooms.get(room) ?? []) listener({ room, revision });
};

function open(): Promise<Socket<ServerToClient, ClientToServer>> {
  // Loaded only here, after the page has woken: reading needs no socket.
  opening ??= import('socket.io-client').then(({ io }) => {
    const socket: Socket<ServerToClient, ClientToServer> = io({ transports: ['websocket', 'polling'] });
    const watch = (room: string) => socket.emit('watch', { room }, () => tell(room, null));
    socket.on('connect', () => {
      say(true);
      for (const room of rooms.keys()) watch(room);
    });
    const again = () => {
      lost();
      // Turned away by the server itself (it restarts), the library would not try again. Not everybody at once.
      if (!socket.active) setTimeout(() => socket.connect(), AGAIN_AFTER * (0.5 + Math.random()));
    };
    socket.on('disconnect', (reason) => reason !== 'io client disconnect' && again());
    socket.on('connect_error', again);
    socket.on('changed', ({ room, revision }) => tell(room, revision));
    return socket;
  });
  opening.catch(() => {
    opening = undefined;
    lost();
  });
  return opening;
}

function join(room: string, listener: Listener): () => void {
  const listeners = rooms.get(room) ?? new Set();
  const first = listeners.size === 0;
  listeners.add(listener);
  rooms.set(room, listeners);
  void open().then(
    (socket) => {
      if (first && socket.connected && rooms.has(room))
        socket.emit('watch', { room }, () => tell(room, null));
    },
    () => undefined,
  );
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    rooms.delete(room);
    void opening?.then(
      (socket) => socket.emit('unwatch', { room }),
      () => undefined,
    );
  };
}

/**
 * Calls back when something in the room changed, and after every connection. What it is now, the page asks HTTP:
 * `useLive(roomOf('thread', id), () => client.invalidateQueries({ queryKey: ['thread', id] }))`.
 */
export function useLive(room: string | null, onChanged: Listener): void {
  const latest = useRef(onChanged);
  useEffect(() => {
    latest.current = onChanged;
  });
  useEffect(() => (room ? join(room, (change) => latest.current(change)) : undefined), [room]);
}

/** After signing in: the connection is still the one of nobody, and one's own room is closed to it. */
export function reconnectLive(): void {
  void opening?.then(
    (socket) => socket.disconnect().connect(),
    () => undefined,
  );
}

/** False after five seconds without a connection; true on pages that need none. */
export const useConnected = (): boolean =>
  useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => connected,
    () => true,
  );
