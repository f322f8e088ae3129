import { readFile } from 'node:fs/promises';
import { chromium, type Browser, type Page } from '@playwright/test';
import type { Experiment } from '../../src/spec/Experiment.ts';
import type { BackendId } from '../../src/spec/Result.ts';
import { ensureBrowser, launchOptions } from '../browser.mjs';
import { servedPage } from './servedPage.ts';

/**
 * The bytes of an experiment's .npz file, computed by the app's worker in a headless Chromium: on the machine's own GPU
 * where the browser has one, else on a GPU in software. Throws a sentence.
 */
export async function computeInBrowser(
  experiment: Experiment,
  backend: BackendId,
  onProgress: (done: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  await ensureBrowser();
  const site = await servedPage();
  try {
    for (const gpu of ['own', 'software'] as const) {
      const browser = await chromium.launch(launchOptions(gpu));
      try {
        const page = await opened(browser, site.url, onProgress);
        if (gpu === 'own' && !(await hasGpu(page, backend))) continue;
        return await downloaded(page, experiment, backend);
      } finally {
        await browser.close();
      }
    }
    throw new Error('No browser was tried.');
  } finally {
    await site.close();
  }
}

async function opened(
  browser: Browser,
  url: string,
  onProgress: (done: number) => void,
): Promise<Page> {
  const page = await browser.newPage();
  await page.exposeFunction('showProgress', onProgress);
  await page.goto(url);
  await page.waitForFunction(() => 'compute' in globalThis);
  return page;
}

/** Whether the page can have a context of this kind at all. */
const hasGpu = (page: Page, backend: BackendId): Promise<boolean> =>
  page.evaluate(async (id) => {
    if (id === 'webgl') return new OffscreenCanvas(1, 1).getContext('webgl2') !== null;
    try {
      return (await navigator.gpu.requestAdapter()) !== null;
    } catch {
      return false;
    }
  }, backend);

/** Has the file computed and fetches it as a download, which may be large. */
async function downloaded(
  page: Page,
  experiment: Experiment,
  backend: BackendId,
): Promise<Uint8Array<ArrayBuffer>> {
  const download = page.waitForEvent('download', { timeout: 0 });
  // Where the computation fails there is no download, and the page's end is no news.
  download.catch(() => undefined);
  const problem = await page.evaluate(([what, where]) => globalThis.compute(what, where), [
    experiment,
    backend,
  ] as const);
  if (problem !== undefined) throw new Error(problem);
  return new Uint8Array(await readFile(await (await download).path()));
}
