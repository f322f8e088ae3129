import { cpus, loadavg, totalmem } from 'node:os';
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
  /** How many threads were busy over the minute before (not known on Windows: 0). */
  readonly loadBefore: number;
}

/** A sentence where others used the machine so much that times come out too long. */
export const busyness = ({ loadBefore, cores }: Machine): readonly string[] =>
  loadBefore > cores / 4
    ? [
        `The machine was busy beforehand (load ${loadBefore.toFixed(1)} on ${cores} cores): times are too long.`,
      ]
    : [];

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
    loadBefore: loadavg()[0] ?? 0,
  };
}
