import type { Browser, Page } from '@playwright/test';
import type { Measurement } from './Report.ts';
import { spreadOf } from './Spread.ts';

/**
 * Milliseconds from navigation to the first kernel painted on the default page: cold is a browser profile that has
 * never seen the page, warm the second visit of the same one.
 */
export async function measureVisits(
  browser: Browser,
  url: string,
  repeat: number,
): Promise<readonly Measurement[]> {
  const cold: number[] = [];
  const warm: number[] = [];
  // One visit beforehand, so that the disk and the server have the files at hand.
  for (let visit = 0; visit <= repeat; visit++) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
    const page = await context.newPage();
    await page.addInitScript(noteFirstKernel);
    await page.goto(url);
    const first = await firstKernel(page);
    await page.reload();
    const second = await firstKernel(page);
    await context.close();
    if (visit > 0) {
      cold.push(first);
      warm.push(second);
    }
  }
  return [
    {
      suite: 'first-kernel',
      on: 'page',
      name: 'First kernel on screen, cold cache',
      ...spreadOf(cold),
    },
    {
      suite: 'first-kernel',
      on: 'page',
      name: 'First kernel on screen, warm cache',
      ...spreadOf(warm),
    },
  ];
}

declare global {
  var firstKernelMs: number | undefined;
}

/** Runs in the page before its own code: notes the first frame after a kernel is painted. Samples are painted before. */
function noteFirstKernel(): void {
  const painting = CanvasRenderingContext2D.prototype;
  const draw = Reflect.get(painting, 'drawImage') as (...args: readonly unknown[]) => void;
  Object.assign(painting, {
    drawImage(this: CanvasRenderingContext2D, ...args: readonly unknown[]) {
      Reflect.apply(draw, this, args);
      if (!(this.canvas instanceof HTMLCanvasElement) || !this.canvas.closest('.kernel-map'))
        return;
      requestAnimationFrame(() => {
        globalThis.firstKernelMs ??= performance.now();
      });
    },
  });
}

async function firstKernel(page: Page): Promise<number> {
  const handle = await page.waitForFunction(() => globalThis.firstKernelMs);
  return (await handle.jsonValue()) ?? Number.NaN;
}
