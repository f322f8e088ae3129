import type { Page } from '@playwright/test';
import type { BackendId, BackendReport } from '../src/spec/Result.ts';
import { measurementOf } from './measurementOf.ts';
import type { Options } from './options.ts';
import type { Bench } from './page/messages.ts';
import type { Measurement } from './Report.ts';
import { needsBackend, type Task } from './Task.ts';

/** What the tasks took, and what could not be measured, in sentences. */
export interface Measured {
  readonly measurements: readonly Measurement[];
  readonly notes: readonly string[];
}

declare global {
  var bench: Bench;
}

/**
 * Measures tasks on the page at `url`: on WASM, and on each GPU backend that has a GPU; on the backends
 * asked for by name instead, software or not.
 */
export async function measureTasks(
  page: Page,
  url: string,
  chosen: readonly Task[],
  options: Options,
): Promise<Measured> {
  await page.goto(url);
  await page.waitForFunction(() => 'bench' in globalThis);
  const measurements: Measurement[] = [];
  const notes: string[] = [];
  const asked = options.backends.length > 0;
  const backends: readonly BackendId[] = asked ? options.backends : ['wasm', 'webgpu', 'webgl'];
  for (const [place, backend] of backends.entries()) {
    const here = chosen.filter((task) => place === 0 || needsBackend(task));
    if (here.length === 0) continue;
    const report = await page.evaluate((id) => globalThis.bench.start(id), backend);
    const objection = whyNot(report, backend, asked);
    if (objection !== undefined) notes.push(objection);
    const able = here.filter((task) => objection === undefined || !needsBackend(task));
    for (const task of able) {
      const measurement = await measured(page, task, report, options.repeat);
      console.log(line(measurement));
      measurements.push(measurement);
    }
  }
  return { measurements, notes };
}

function whyNot(report: BackendReport, backend: BackendId, asked: boolean): string | undefined {
  if (report.id !== backend) {
    const reason = report.trials.find(({ id }) => id === backend)?.reason ?? 'not started';
    return `${backend} was not measured: ${reason}`;
  }
  if (report.software && !asked && (backend === 'webgpu' || backend === 'webgl')) {
    return `${backend} was not measured: there is no GPU, and ${report.device} is software.`;
  }
  return undefined;
}

async function measured(
  page: Page,
  task: Task,
  { id, device }: BackendReport,
  repeat: number,
): Promise<Measurement> {
  const times = await page.evaluate(([what, often]) => globalThis.bench.measure(what, often), [
    task,
    repeat,
  ] as const);
  return measurementOf(
    task,
    times,
    needsBackend(task) ? { on: id, device } : { on: 'float64 TypeScript' },
  );
}

const line = ({ name, on, median }: Measurement): string =>
  `${name} on ${on}: ${median.toFixed(2)} ms`;
