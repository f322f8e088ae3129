import { median } from '../../math/summary.ts';
import { lossIds, type LossId } from '../../nn/dynamics/Loss.ts';
import { lossOf } from '../../nn/dynamics/losses.ts';
import type { ArmLabel } from '../../spec/Experiment.ts';
import type { ModesResult } from '../../spec/Result.ts';
import { entryOf } from '../../spec/families.ts';
import type { Results } from '../../spec/Results.ts';
import { armValues } from '../../spec/values.ts';
import { armCalls } from '../armCalls.ts';
import { cached } from '../cached.ts';
import { overRuns, type Series } from '../chart/Series.ts';
import { armFailure } from '../failureWords.ts';
import { momentumOf } from '../momentumOf.ts';

/** The residuals of one arm's networks along the eigenvectors of their Θ_0. */
export interface ModesArm {
  readonly label: ArmLabel;
  /** "A Gaussian" and "A "; both empty for a single arm. */
  readonly name: string;
  readonly letter: string;
  readonly networks: readonly ModesResult[];
  /** How many modes all networks have. */
  readonly count: number;
  /** The median over networks of each eigenvalue. */
  readonly eigenvalues: readonly number[];
  readonly loss: LossId;
  /** β of momentum, which in the long run goes 1/(1 − β) times as far; 0 without. */
  readonly beta: number;
  /** Whether steps do not follow the length of the gradient. */
  readonly adaptive: boolean;
  /** η·c/(1 − β) of ḟ = −η·c·Θ(f − y)/(1 − β), the median over networks; NaN until the rate is known. */
  readonly pace: number;
  readonly failure: string | undefined;
}

/** The modes of every arm. */
export const modesArms = cached((results: Results): readonly ModesArm[] => {
  const calls = armCalls(results);
  return results.arms.map(({ label, networks: all }, index) => {
    const networks = all.flatMap(({ modes }) => modes ?? []);
    const count = Math.min(...networks.map(({ eigenvalues }) => eigenvalues.length));
    const known = networks.length > 0 ? count : 0;
    const rates = all.flatMap(({ rate }) => rate?.eta ?? []);
    const values = armValues(results.experiment, index);
    const loss = lossIds.find((id) => id === values.loss) ?? 'mse';
    const beta = momentumOf(values);
    const c = lossOf(loss).normalization(results.data?.n ?? NaN);
    return {
      label,
      ...calls[index]!,
      networks,
      count: known,
      eigenvalues: Array.from({ length: known }, (_, mode) =>
        median(networks.map(({ eigenvalues }) => eigenvalues[mode]!)),
      ),
      loss,
      beta,
      adaptive: entryOf('opt', values)?.adaptive === true,
      pace: rates.length > 0 ? (c * median(rates)) / (1 - beta) : NaN,
      failure: armFailure(all),
    };
  });
});

/** One mode over steps (0 is that of the largest eigenvalue): mean over networks with their 10–90 %. */
export const modeSeries = (
  { networks }: ModesArm,
  mode: number,
  which: 'measured' | 'predicted',
): Series =>
  overRuns(
    networks.map((one) => ({ x: one.steps, values: valuesOf(one, mode, which) })),
    0.1,
  );

/** One network's values along one mode, step by step. */
export const valuesOf = (
  modes: ModesResult,
  mode: number,
  which: 'measured' | 'predicted',
): Float64Array => {
  const { length } = modes.steps;
  return modes[which].subarray(mode * length, (mode + 1) * length);
};

/** Ranks 1, 2, 4, … of the modes that there are, or 1, 4, 16, … */
export const ranksShown = (count: number, every: 1 | 2): readonly number[] =>
  Array.from({ length: 7 }, (_, k) => 2 ** (k * every)).filter((rank) => rank <= count);
