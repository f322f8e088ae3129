import type { ArmLabel } from '../../spec/Experiment.ts';
import type { NetworkResults, Results } from '../../spec/Results.ts';
import { armCalls } from '../armCalls.ts';
import { overRuns, type Run, type Series } from '../chart/Series.ts';
import { armFailure } from '../failureWords.ts';

/** What a curve over steps is of: `target` and `start` are centred alignments. */
export type ChangeMetric = 'kernel' | 'alignment' | 'target' | 'start';

/** How far an arm's kernels have moved from their start, or how they align, over steps. */
export interface ChangeArm {
  readonly label: ArmLabel;
  /** "A Gaussian" and "A "; both empty for a single arm. */
  readonly name: string;
  readonly letter: string;
  readonly series: Series;
  /** The networks one by one. */
  readonly runs: readonly Run[];
  readonly failure: string | undefined;
}

/** One series per arm, over its networks. */
export function changeArms(results: Results, metric: ChangeMetric): readonly ChangeArm[] {
  const calls = armCalls(results);
  return results.arms.map(({ label, networks }, index) => {
    const runs = networks
      .map((network) => measured[metric](network))
      .filter((points) => points.length > 0)
      .map((points) => ({
        x: points.map(({ step }) => step),
        values: points.map(({ value }) => value),
      }));
    return {
      label,
      ...calls[index]!,
      series: overRuns(runs, 0.1),
      runs,
      failure: armFailure(networks),
    };
  });
}

type Points = readonly { readonly step: number; readonly value: number }[];

const measured: Readonly<Record<ChangeMetric, (network: NetworkResults) => Points>> = {
  kernel: ({ changes }) => changes.map(({ step, change: value }) => ({ step, value })),
  alignment: ({ changes }) => changes.map(({ step, alignment: value }) => ({ step, value })),
  target: ({ movements = [] }) =>
    movements.map(({ step, centredTarget: value }) => ({ step, value })),
  start: ({ movements = [] }) =>
    movements.map(({ step, centredStart: value }) => ({ step, value })),
};
