import type { Results } from '../../spec/Results.ts';
import { armCalls, type ArmCall } from '../armCalls.ts';
import { overRuns, type Series } from '../chart/Series.ts';
import { latestAt } from '../shown.ts';
import type { ArmLabel } from '../../spec/Experiment.ts';

/** How far an arm's weights, or its kernel's parts, have moved by one step, map by map (x = 1, 2, …). */
export interface MovementArm extends ArmCall {
  readonly arm: ArmLabel;
  /** "dense 1", …; empty until something is known. */
  readonly labels: readonly string[];
  readonly step: number;
  readonly series: Series;
}

/** The movements of every arm at or before a step. */
export const movementArms = (
  results: Results,
  which: 'weights' | 'kernels',
  step: number,
): readonly MovementArm[] => {
  const calls = armCalls(results);
  return results.arms.map(({ label, networks }, index) => {
    const found = networks.flatMap(({ movements = [] }) => latestAt(movements, step) ?? []);
    return {
      arm: label,
      ...calls[index]!,
      labels: found[0]?.labels ?? [],
      step: found[0]?.step ?? 0,
      series: overRuns(
        found.map(({ [which]: values }) => ({
          x: Array.from(values.keys(), (k) => k + 1),
          values,
        })),
        0.1,
      ),
    };
  });
};
