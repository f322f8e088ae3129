import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { runCommand } from './runCommand.mjs';

const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'chrome'];
const macApplications = ['Google Chrome', 'Chromium'];
const windowsPlaces = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
];

const quietFlags = [
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
];

// Found by trial in headless Chromium: with fewer of them the adapter is null, or WebGL2 is
// missing, or a read from the GPU kills its process.
const softwareGpuFlags = [
  '--enable-features=Vulkan',
  '--use-vulkan=swiftshader',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

const isRoot = () => process.getuid?.() === 0;

/** @param {string} path */
const canBeRun = (path) => {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    return false;
  }
  // Elsewhere than on Linux a browser asked for its version may open a window instead.
  if (process.platform !== 'linux') return true;
  // Shows what a file alone does not: missing libraries, or a stub that wants a snap store.
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 30_000 });
  return status === 0 && /\d+\.\d+/.test(stdout);
};

/** The places an installed Chrome or Chromium may be in on this system, best first. */
const installedPlaces = () => {
  const { env, platform } = process;
  if (platform === 'darwin') {
    return macApplications.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA];
    return windowsPlaces.flatMap((place) =>
      roots.filter((root) => root !== undefined).map((root) => join(root, place)),
    );
  }
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
};

/** Where Playwright keeps, or would keep, its own Chromium. */
const playwrightPlace = () =>
  createRequire(import.meta.url)('@playwright/test').chromium.executablePath();

/**
 * The path of a Chrome or Chromium that starts: CHROME_PATH if it is set, else an installed one,
 * else Playwright's own; undefined where there is none. Throws where CHROME_PATH names none.
 *
 * @returns {string | undefined}
 */
export const findBrowser = () => {
  const chosen = process.env.CHROME_PATH;
  if (chosen !== undefined && chosen !== '') {
    if (canBeRun(chosen)) return chosen;
    throw new Error(`CHROME_PATH is ${chosen}, which is not a Chrome or Chromium that starts.`);
  }
  return [...installedPlaces(), playwrightPlace()].find(
    (path) => existsSync(path) && canBeRun(path),
  );
};

/**
 * The path of a browser as `findBrowser` has it, after installing one where there is none:
 * Playwright's own, else (as root on a system with apt) the system's. Throws a sentence where
 * neither can be had.
 *
 * @returns {Promise<string>}
 */
export const ensureBrowser = async () => {
  const found = findBrowser();
  if (found !== undefined) return found;

  console.log('No Chrome or Chromium is installed; fetching the one that Playwright keeps ...');
  // The full browser: the headless shell has no WebGPU.
  const playwright = ['node_modules/@playwright/test/cli.js', 'install', '--no-shell', 'chromium'];
  await runCommand(process.execPath, playwright);
  const fetched = findBrowser();
  if (fetched !== undefined) return fetched;

  if (isRoot() && existsSync('/usr/bin/apt-get')) {
    console.log("That failed; installing the system's Chromium with apt-get ...");
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await runCommand('apt-get', ['update', '-qq'], { env });
    await runCommand('apt-get', ['install', '-y', '-qq', 'chromium'], { env });
    const installed = findBrowser();
    if (installed !== undefined) return installed;
  }
  throw new Error(
    'No browser could be found or installed. Install Google Chrome or Chromium, ' +
      'or set CHROME_PATH to the program file of one.',
  );
};

/**
 * Playwright's launch options for a Chromium with WebGPU and WebGL2, on a GPU in software (the
 * same on every machine) or on the machine's own. Throws a sentence where there is no browser.
 *
 * @param {'software' | 'own'} [gpu]
 */
export const launchOptions = (gpu = 'software') => {
  const executablePath = findBrowser();
  if (executablePath === undefined) {
    throw new Error('There is no Chrome or Chromium; `npm test` installs one.');
  }
  return {
    executablePath,
    headless: true,
    args: [
      ...quietFlags,
      '--enable-unsafe-webgpu',
      ...(gpu === 'software'
        ? softwareGpuFlags
        : ['--enable-features=Vulkan', '--ignore-gpu-blocklist']),
      ...(isRoot() ? ['--no-sandbox'] : []),
    ],
  };
};
