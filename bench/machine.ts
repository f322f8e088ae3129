import { cpus, totalmem } from 'node:os';
import type { Browser } from '@playwright/test';

/** What numbers depend on, without anything that names the machine. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly system: string;
  readonly node: string;
  readonly browser: string;
  readonly userAgent: string;
}

/** The machine as Node and the browser see it. */
export async function machineOf(browser: Browser): Promise<Machine> {
  const page = await browser.newPage();
  const userAgent = await page.evaluate(() => navigator.userAgent);
  await page.close();
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${process.platform} ${process.arch}`,
    node: process.version,
    browser: browser.version(),
    userAgent,
  };
}
