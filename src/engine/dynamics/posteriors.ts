import { functionGrid } from '../functionGrid.ts';
import { posteriorResults } from '../posteriorResults.ts';
import type { Results, Run, RunArm } from '../Run.ts';

/** What infinitely wide networks of every arm make of the samples, where functions are looked at. */
export async function* posteriors(run: Run, arms: readonly RunArm[]): Results {
  for (const runArm of arms) {
    await run.breathe();
    yield* posteriorResults(run, runArm, functionGrid(run));
  }
}
