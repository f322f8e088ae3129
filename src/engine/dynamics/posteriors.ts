import { functionGrid } from '../functionGrid.ts';
import { posteriorResults } from '../posteriorResults.ts';
import type { Results, Run, RunArm } from '../Run.ts';

/** Whether posteriors of a run take so little time that training can wait for them: on a line or a circle. */
export const posteriorsAreQuick = (run: Run): boolean =>
  ['line', 'circle'].includes(functionGrid(run)?.shape ?? '');

/** What infinitely wide networks of every arm make of the samples, where functions are looked at (on fewer points of a plane). */
export async function* posteriors(run: Run, arms: readonly RunArm[]): Results {
  for (const runArm of arms) {
    await run.breathe();
    yield* posteriorResults(run, runArm, functionGrid(run, 'coarse'));
  }
}
