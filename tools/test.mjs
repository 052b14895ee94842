// Everything there is to test: pure code, the services on a real PostgreSQL, the journeys in a real browser.
// Arguments go to Jest: npm test -- --selectProjects pure
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { findChromium } from './chromium.mjs';

const root = path.resolve(import.meta.dirname, '..');
const args = process.argv.slice(2);
const run = (command, commandArgs, env = {}) => {
  const { status } = spawnSync(command, commandArgs, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  if (status !== 0) process.exit(status ?? 1);
};

const only = args.includes('--selectProjects')
  ? args.slice(args.indexOf('--selectProjects') + 1)
  : ['journeys'];
const env = {};
if (only.includes('journeys')) {
  try {
    env.CHROMIUM_PATH = findChromium();
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
run('npm', ['run', '-s', 'build', '--', '--outputStyle=static']);
run(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    '--disable-warning=DeprecationWarning',
    'node_modules/jest/bin/jest.js',
    '--maxWorkers=2',
    ...args,
  ],
  env,
);
