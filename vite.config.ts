import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** How the site is served and built, and how its unit tests run: `.test.tsx` has a DOM. */
export default defineConfig({
  // A relative base lets the built folder be hosted under any path.
  base: './',
  plugins: [react()],
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
    projects: [
      {
        extends: true,
        test: { name: 'node', environment: 'node', include: ['{src,scripts}/**/*.test.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'happy-dom',
          include: ['src/**/*.test.tsx'],
          setupFiles: ['scripts/cleanUpDom.ts'],
        },
      },
    ],
  },
});
