/** Makes sure that the browser tests find a Chromium: uses the one there is, or installs one, or says what to do. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { firstBrowser } from './browser.ts';

function run(command: string, parameters: string[]) {
  console.log(`> ${command} ${parameters.join(' ')}`);
  spawnSync(command, parameters, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
}

async function found() {
  const browser = await firstBrowser();
  if (!browser) return false;
  console.log(`Browser tests use Chromium ${browser.version()}.`);
  await browser.close();
  return true;
}

async function install() {
  console.log('No Chromium here: installing one for the browser tests.');
  run(process.execPath, [
    fileURLToPath(new URL('../node_modules/playwright-core/cli.js', import.meta.url)),
    'install',
    'chromium',
  ]);
  if (await found()) return true;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk']);
  }
  return found();
}

if (!(await found()) && !(await install())) {
  console.error(
    'The browser tests need a Chromium, and none could be started or installed. Install Chromium, Chrome or Edge (Debian: ' +
      'apt-get install chromium), or run `npx playwright-core install --with-deps chromium`, or set CHROMIUM_PATH to one; then run this again.',
  );
  process.exit(1);
}
