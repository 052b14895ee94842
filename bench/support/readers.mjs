import { io } from 'socket.io-client';

/** `count` readers of a room; `told()` resolves when the last of them has been told of a change. */
export async function connectReaders(url, room, count) {
  const sockets = [];
  for (let at = 0; at < count; at += 50)
    sockets.push(
      ...(await Promise.all(Array.from({ length: Math.min(50, count - at) }, () => connect(url, room)))),
    );
  return {
    told: () =>
      Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once('changed', resolve)))).then(
        () => performance.now(),
      ),
    close: () => sockets.forEach((socket) => socket.disconnect()),
  };
}

async function connect(url, room) {
  const socket = io(url, { transports: ['websocket'], forceNew: true, reconnection: false });
  await new Promise((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  const { watching } = await socket.emitWithAck('watch', { room });
  if (!watching) throw new Error(`${url} does not let one watch ${room}`);
  return socket;
}
