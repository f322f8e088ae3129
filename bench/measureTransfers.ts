import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from '@playwright/test';
import { pageScripts } from './pageScripts.ts';
import type { Transfer } from './Report.ts';
import type { Site } from './sites.ts';

/**
 * What the default page transfers until its run is complete, by what it is for. Sizes are of the files themselves and of
 * what gzip makes of them, whichever way this server sends them.
 */
export async function measureTransfers(browser: Browser, site: Site): Promise<readonly Transfer[]> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  const page = await context.newPage();
  const paths: string[] = [];
  context.on('request', (request) => {
    const { origin, pathname } = new URL(request.url());
    if (origin === new URL(site.url).origin && !paths.includes(pathname)) paths.push(pathname);
  });
  await page.goto(site.url);
  await page.waitForLoadState('networkidle');
  await context.close();

  const own = await pageScripts((path) => readFile(join(site.folder, path), 'utf8'));
  const files = await Promise.all(paths.map((path) => sizesOf(site.folder, path)));
  const ofType = (type: string) => files.filter(({ path }) => extname(path) === type);
  return [
    summed(
      'First view: HTML',
      files.filter(({ path }) => path === '/'),
    ),
    summed('First view: style', ofType('.css')),
    summed(
      'First view: script before the worker',
      ofType('.js').filter(({ path }) => own.includes(path.slice(1))),
    ),
    summed('Everything, with worker, WASM and data', files),
  ];
}

interface File {
  readonly path: string;
  readonly bytes: number;
  readonly gzip: number;
}

async function sizesOf(folder: string, path: string): Promise<File> {
  const content = await readFile(join(folder, path === '/' ? 'index.html' : path));
  return { path, bytes: content.length, gzip: gzipSync(content).length };
}

const summed = (name: string, files: readonly File[]): Transfer => ({
  name,
  files: files.length,
  bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
  gzip: files.reduce((sum, { gzip }) => sum + gzip, 0),
});
