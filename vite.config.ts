import react from '@vitejs/plugin-react';
import { runnerImport, type Plugin } from 'vite';
import type { entries } from './src/catalog/entries.ts';
import { defineConfig } from 'vitest/config';

/**
 * Lets the build leave out what nothing uses of two packages that are each one file and make all their colour schemes and
 * curves as it is read: their calls are without effects, but a bundler cannot know.
 */
const withoutUnusedD3: Plugin = {
  name: 'without-unused-d3',
  apply: 'build',
  transform: {
    filter: { id: /d3-(scale-chromatic|shape)\/dist\/[^/]*\.mjs$/ },
    handler: (code) => ({
      code: code.replace(/^var (\S+) = (?=[\w$(])/gm, 'var $1 = /* @__PURE__ */ '),
      map: null,
    }),
  },
};

/**
 * What @stdlib brings along for engines before 2015, with a formatter of its messages: in the browsers that the build is for,
 * the platform has all of it.
 */
const withoutPolyfills: Plugin = {
  name: 'without-polyfills',
  apply: 'build',
  load: {
    filter: { id: /@stdlib\/(utils-define-property|array-(?:uint|float)\d+)\/lib\/index\.js$/ },
    handler: (id) => {
      const [, type = '', bits = ''] = /array-([a-z]+)(\d+)/.exec(id) ?? [];
      const own = { uint: 'Uint', float: 'Float', '': undefined }[type];
      return `module.exports = ${own === undefined ? 'Object.defineProperty' : `${own}${bits}Array`};`;
    },
  },
};

/**
 * Lets the page have the catalog as the plain data that `src/catalog/entries.ts` is for it, without what draws and computes:
 * the module is evaluated as the site is built. Workers, which are built apart, keep the code.
 */
const catalogAsData: Plugin = {
  name: 'catalog-as-data',
  apply: 'build',
  load: {
    filter: { id: /\/src\/catalog\/entries\.ts$/ },
    handler: async (id) => {
      const { module } = await runnerImport<{ entries: typeof entries }>(id, { configFile: false });
      return {
        code: `export const entries = ${JSON.stringify(module.entries)};`,
        moduleType: 'js',
      };
    },
  },
};

/** How the site is served and built, and how its unit tests run: `.test.tsx` has a DOM. */
export default defineConfig({
  // A relative base lets the built folder be hosted under any path.
  base: './',
  plugins: [react(), withoutUnusedD3, withoutPolyfills, catalogAsData],
  worker: { format: 'es' },
  build: { target: 'es2023' },
  // Workers too, so that what they import is bundled before they first run. The WASM backend needs it: one of its
  // scripts is CommonJS.
  optimizeDeps: { entries: ['index.html', 'src/worker/*.worker.ts'] },
  test: {
    allowOnly: false,
    unstubEnvs: true,
    // Numerics on two busy cores; a test that hangs still ends.
    testTimeout: 30_000,
    // Every core works; by itself Vitest leaves one to the process that only waits for the others.
    maxWorkers: '100%',
    projects: [
      {
        // Nothing here has a state that outlasts a test, so files share their process and what it has imported.
        extends: true,
        test: {
          name: 'plain',
          environment: 'node',
          include: ['src/{math,nn,catalog,spec,state,panels,app}/**/*.test.ts', 'src/*.test.ts'],
          setupFiles: ['scripts/seedProperties.ts'],
          isolate: false,
        },
      },
      {
        // tfjs has one engine a process, with one backend and one count of tensors: each file gets its own.
        extends: true,
        test: {
          name: 'engine',
          environment: 'node',
          include: ['src/{engine,worker}/**/*.test.ts', 'scripts/**/*.test.ts'],
          setupFiles: ['scripts/seedProperties.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'happy-dom',
          include: ['src/**/*.test.tsx'],
          setupFiles: ['scripts/cleanUpDom.ts', 'scripts/seedProperties.ts'],
          isolate: false,
        },
      },
    ],
  },
});
