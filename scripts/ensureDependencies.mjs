import { readFileSync } from 'node:fs';
import { runCommand } from './runCommand.mjs';

/**
 * The packages of a lockfile by their folder; none where there is no such file.
 *
 * @param {string} path relative to the repository's root
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
const packagesOf = (path) => {
  try {
    return JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')).packages;
  } catch {
    return {};
  }
};

/**
 * Whether node_modules holds every package of package-lock.json in its version. npm notes what it
 * has installed at the end of an install, so one that was cut short counts as missing.
 */
const dependenciesAreInstalled = () => {
  const installed = packagesOf('node_modules/.package-lock.json');
  return Object.entries(packagesOf('package-lock.json')).every(
    ([folder, { version, optional }]) =>
      // Optional packages are those of other systems.
      folder === '' || optional === true || installed[folder]?.version === version,
  );
};

/** Installs the locked packages unless they are there. Throws a sentence where npm fails. */
export const ensureDependencies = async () => {
  if (dependenciesAreInstalled()) return;
  console.log('Installing the packages that Tangent Lab is built from (npm ci) ...');
  // NODE_ENV=production would leave out the tools that serve and test the app.
  const args = ['ci', '--include=dev'];
  // npm says where it is to what it starts; a plain name would need a shell on Windows.
  const npm = process.env.npm_execpath;
  const code =
    npm === undefined
      ? await runCommand('npm', args, { shell: process.platform === 'win32' })
      : await runCommand(process.execPath, [npm, ...args]);
  if (code !== 0) {
    throw new Error(
      'The packages could not be installed. What npm printed above says why; ' +
        'the first install needs the network.',
    );
  }
};
