import type { Results, Run, RunArm } from '../Run.ts';
import { jacobianResult } from './jacobianResult.ts';
import { matricesResult } from './matricesResult.ts';
import { drawnAtStart } from './networkAtStart.ts';

/**
 * What the start of each arm is: its weight matrices, what it does to signals and small changes of them, and how curved the
 * loss is there. Of the first network of each arm, or of many of its kind.
 */
export async function* initialization(run: Run, arms: readonly RunArm[]): Results {
  for (const runArm of arms) {
    await run.breathe();
    const start = drawnAtStart(run, runArm, 0);
    yield await matricesResult(run, runArm, start);
    yield await jacobianResult(run, runArm, start);
  }
}
