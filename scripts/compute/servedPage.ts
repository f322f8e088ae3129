import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';

/** The page that computes, built like the app and served on this machine. */
export interface ServedPage {
  readonly url: string;
  /** Stops serving and deletes the build. */
  readonly close: () => Promise<void>;
}

/** Builds and serves the page in ./page. Throws where that fails. */
export async function servedPage(): Promise<ServedPage> {
  const folder = await mkdtemp(join(tmpdir(), 'tangent-lab-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    await build({
      root: fileURLToPath(new URL('page', import.meta.url)),
      configFile: false,
      base: './',
      publicDir: fileURLToPath(new URL('../../public', import.meta.url)),
      worker: { format: 'es' },
      logLevel: 'error',
      build: { target: 'es2023', outDir: folder, emptyOutDir: true },
    });
    const server = await preview({
      root: folder,
      configFile: false,
      logLevel: 'error',
      build: { outDir: folder },
      preview: { host: '127.0.0.1', port: 41_900 },
    });
    const [url] = server.resolvedUrls?.local ?? [];
    if (url === undefined) throw new Error('The page that computes could not be served.');
    return {
      url,
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
