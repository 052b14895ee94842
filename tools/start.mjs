// npm start: brings the build up to date, then is the server itself, so that a signal to it stops it in order.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
// A build writes its files anew even where nothing changed; who knows that others run from them leaves them alone.
if (!process.env.MEDVIND_IS_BUILT) {
  const build = spawnSync('npm', ['run', '-s', 'build', '--', '--outputStyle=static'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (build.status !== 0) {
    console.error(build.stdout, build.stderr);
    process.exit(1);
  }
}
await import('../apps/api/dist/main.js');

// npm ends at a signal without handing it on: when it is gone, whoever wanted it gone wants this gone too.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
}, 500).unref();
