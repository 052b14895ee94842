// Finds a Chromium for the browser tests, or installs one in the way the system allows, or says what is missing.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

const PLACES = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const found = () => PLACES.find((place) => place && fs.existsSync(place)) ?? null;

const has = (command) => spawnSync('sh', ['-c', `command -v ${command}`], { stdio: 'ignore' }).status === 0;

/** @returns {string} the path of an executable @throws Error with one line that says what to install */
export function findChromium() {
  const there = found();
  if (there) return there;
  if (process.platform === 'linux' && has('apt-get') && (process.getuid?.() === 0 || has('sudo'))) {
    const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
    console.log('Installing Chromium for the browser tests …');
    for (const args of [
      ['update'],
      ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'],
    ]) {
      const [command, ...rest] = [...sudo, 'apt-get', ...args];
      spawnSync(command, rest, {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    }
    const installed = found();
    if (installed) return installed;
  }
  throw new Error('The browser tests need Chromium or Chrome: install it, or set CHROMIUM_PATH to it.');
}
