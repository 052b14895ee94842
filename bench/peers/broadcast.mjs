// The peer of a comment that reaches its readers: bare socket.io that broadcasts the same few bytes on a request.
import http from 'node:http';
import { Server } from 'socket.io';

const server = http.createServer((request, reply) => {
  if (request.method !== 'POST') return;
  request.resume().on('end', () => {
    io.to('readers').emit('changed', { room: 'readers', revision: 1 });
    reply.end('{}');
  });
});
const io = new Server(server, { serveClient: false });
io.on('connection', (socket) => {
  socket.on('watch', (_, answer) => {
    void socket.join('readers');
    answer({ watching: true });
  });
});
server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'));
process.on('SIGTERM', () => process.exit(0));
