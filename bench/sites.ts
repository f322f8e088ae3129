import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A built site that is being served on this machine. */
export interface Site {
  readonly url: string;
  /** The folder of its files. */
  readonly folder: string;
  /** Stops serving and deletes the files. */
  readonly close: () => Promise<void>;
}

/** The app as people get it, built and served apart from any other build of it. */
export const appSite = (): Promise<Site> =>
  served((folder) => build({ root, logLevel: 'error', build: { outDir: folder } }));

/** The page on which the engine's own functions are measured, built the same way. */
export const benchSite = (): Promise<Site> =>
  served((folder) =>
    build({
      root: join(root, 'bench/page'),
      configFile: false,
      base: './',
      publicDir: join(root, 'public'),
      worker: { format: 'es' },
      logLevel: 'error',
      build: { target: 'es2023', outDir: folder, emptyOutDir: true },
    }),
  );

async function served(buildInto: (folder: string) => Promise<unknown>): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'tangent-lab-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    await buildInto(folder);
    const server = await preview({
      root: folder,
      configFile: false,
      logLevel: 'error',
      build: { outDir: folder },
      preview: { host: '127.0.0.1', port: 41_800 },
    });
    const [url] = server.resolvedUrls?.local ?? [];
    if (url === undefined) throw new Error('The built site could not be served.');
    return {
      url,
      folder,
      close: async () => {
        await server.close();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}
