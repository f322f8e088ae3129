import type { ArmLabel } from '../../spec/Experiment.ts';
import type { Results } from '../../spec/Results.ts';
import { armCalls } from '../armCalls.ts';
import { overRuns, type Series } from '../chart/Series.ts';
import { armFailure } from '../failureWords.ts';

/** What the plot of kernel change draws. */
export type ChangeMetric = 'change' | 'alignment';

/** How far an arm's kernels have moved from their start, or how well they align with the target, over steps. */
export interface ChangeArm {
  readonly label: ArmLabel;
  /** "A Gaussian" and "A "; both empty for a single arm. */
  readonly name: string;
  readonly letter: string;
  readonly series: Series;
  readonly failure: string | undefined;
}

/** One series per arm, over its networks. */
export function changeArms(results: Results, metric: ChangeMetric): readonly ChangeArm[] {
  const calls = armCalls(results);
  return results.arms.map(({ label, networks }, index) => ({
    label,
    ...calls[index]!,
    series: overRuns(
      networks
        .filter(({ changes }) => changes.length > 0)
        .map(({ changes }) => ({
          x: changes.map(({ step }) => step),
          values: changes.map((change) => change[metric]),
        })),
    ),
    failure: armFailure(networks),
  }));
}
