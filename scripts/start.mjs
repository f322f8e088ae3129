/**
 * Installs what is missing, serves the app for development and opens it in the default browser.
 * Further arguments go to Vite: `npm start -- --port 4000`. BROWSER=none opens nothing.
 */
import { checkNode } from './checkNode.mjs';
import { ensureDependencies } from './ensureDependencies.mjs';

checkNode();
try {
  await ensureDependencies();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

const { env, platform } = process;
const hasScreen =
  platform !== 'linux' ||
  [env.DISPLAY, env.WAYLAND_DISPLAY, env.WSL_DISTRO_NAME, env.BROWSER].some(Boolean);
const saysItself = process.argv.some((argument) => /^--(no-)?open/.test(argument));
if (hasScreen && !saysItself) process.argv.push('--open');

// Vite runs in this very process, so that a signal ends both at once.
await import(new URL('../node_modules/vite/bin/vite.js', import.meta.url).href);
