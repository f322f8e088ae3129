import { median } from '../../math/summary.ts';
import type { ArmLabel } from '../../spec/Experiment.ts';
import type { SharpnessResult } from '../../spec/Result.ts';
import type { Results } from '../../spec/Results.ts';
import { armCalls } from '../armCalls.ts';
import { cached } from '../cached.ts';
import { overRuns, type Run, type Series } from '../chart/Series.ts';
import { armFailure } from '../failureWords.ts';

/** How curved the loss of one arm is along its training, and how curved it may be. */
export interface StabilityArm {
  readonly label: ArmLabel;
  /** "A Gaussian" and "A "; both empty for a single arm. */
  readonly name: string;
  readonly letter: string;
  /** λ_max of the loss Hessian, of its Gauss–Newton part, and 2/η with what momentum adds. */
  readonly hessian: Series;
  readonly gaussNewton: Series;
  readonly limit: Series;
  /** Steps from which another rate sets another limit. */
  readonly rateSteps: readonly number[];
  /** The same, each network's divided by its own limit. */
  readonly hessianShare: Series;
  readonly gaussNewtonShare: Series;
  readonly runs: readonly Run[];
  readonly runShares: readonly Run[];
  readonly course: SharpnessCourse | undefined;
  /** How many networks it is of. */
  readonly count: number;
  /** Why there is no Hessian; undefined where there is one, or may be. */
  readonly note: string | undefined;
  readonly failure: string | undefined;
}

/** How sharpness relates to the limit over the steps so far. */
export interface SharpnessCourse {
  /** The first measured step with a sharpness of the limit or more; Infinity if there is none. */
  readonly crosses: number;
  /** Sharpness over limit at the start, at its greatest, and now. */
  readonly first: number;
  readonly greatest: number;
  readonly last: number;
  /** Whether it was a higher rate that brought the limit below the sharpness. */
  readonly raised?: boolean;
  /** Whether the limit has moved at all. */
  readonly moved?: boolean;
}

/** The curvatures of every arm. */
export const stabilityArms = cached((results: Results): readonly StabilityArm[] => {
  const calls = armCalls(results);
  return results.arms.map(({ label, networks }, index) => {
    const lists = networks.flatMap(({ sharpness = [] }) =>
      sharpness.length > 0 ? [sharpness] : [],
    );
    const runsOf = (value: (one: SharpnessResult) => number): readonly Run[] =>
      lists.map((list) => ({ x: list.map(({ step }) => step), values: list.map(value) }));
    const [runs, runShares] = [
      runsOf(({ hessian }) => hessian),
      runsOf(({ hessian, limit }) => hessian / limit),
    ];
    const hessianShare = overRuns(runShares, 0.1);
    return {
      label,
      ...calls[index]!,
      hessian: overRuns(runs, 0.1),
      gaussNewton: overRuns(runsOf(({ gaussNewton }) => gaussNewton)),
      limit: overRuns(runsOf(({ limit }) => limit)),
      rateSteps: [
        ...new Set(
          networks.flatMap(({ marks = [] }) =>
            marks.flatMap(({ what, step }) => (what === 'rate' ? [step] : [])),
          ),
        ),
      ].sort((a, b) => a - b),
      hessianShare,
      gaussNewtonShare: overRuns(runsOf(({ gaussNewton, limit }) => gaussNewton / limit)),
      runs,
      runShares,
      course: courseOf(lists, runShares, hessianShare),
      count: lists.length,
      note: lists[0]?.find(({ note }) => note !== undefined)?.note,
      failure: armFailure(networks),
    };
  });
});

/** The crossing is the median over networks; the shares are those of their mean. */
function courseOf(
  lists: readonly (readonly SharpnessResult[])[],
  runs: readonly Run[],
  { mean }: Series,
): SharpnessCourse | undefined {
  if (mean.length === 0) return undefined;
  const crossings = runs.map(({ x, values }) => {
    const place = Array.from(values).findIndex((share) => share >= 1);
    return place < 0 ? Infinity : x[place]!;
  });
  return {
    crosses: median(crossings),
    first: mean[0]!,
    greatest: mean.reduce((most, share) => Math.max(most, share), 0),
    last: mean.at(-1)!,
    raised: lists.some(isRaised),
    moved: lists.some((list) => list.some(({ limit }) => limit !== list[0]!.limit)),
  };
}

/** Whether a sharpness that first reaches the limit would not have reached the limit of the measurement before. */
function isRaised(list: readonly SharpnessResult[]): boolean {
  const place = list.findIndex(({ hessian, limit }) => hessian >= limit);
  return place > 0 && list[place]!.hessian < list[place - 1]!.limit;
}
