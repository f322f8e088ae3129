import { matrix, type Matrix } from '../math/matrix.ts';
import {
  ensembleCovariance,
  processCovariance,
  processRegression,
  someOf,
  type Normal,
} from '../nn/dynamics/posterior.ts';
import { layerOf } from '../spec/layerOf.ts';
import { limitOf } from '../spec/limitOf.ts';
import type { FunctionGrid, PosteriorResult } from '../spec/Result.ts';
import { ensembles, withoutEnsemble } from './ensembles.ts';
import { limitCovariance, type LimitCovariance } from './limitCovariance.ts';
import type { Results, Run, RunArm } from './Run.ts';
import { testCovariances } from './testCovariances.ts';

type Exists = Extract<PosteriorResult, { exists: true }>;

/**
 * What infinitely wide networks of an arm make of the samples, on the test samples and on a grid if there is one: over their starts,
 * without end and after the steps at which kernels are measured; and regression on the Gaussian process that they are at the start
 * (of a mirrored arm, that one copy is). What there is no such thing of is told as a reason.
 */
export async function* posteriorResults(
  run: Run,
  { arm, layer }: Pick<RunArm, 'arm' | 'layer'>,
  grid?: FunctionGrid,
): Results {
  const { samples } = run;
  const none = (of: PosteriorResult['of'], reason: string): PosteriorResult => ({
    kind: 'posterior',
    arm: arm.label,
    exists: false,
    of,
    reason,
  });
  const some = (of: PosteriorResult['of'], law: Normal, rest: Partial<Exists>): PosteriorResult => {
    const onGrid = law.variance.length - samples.xTest.rows;
    const [drawn, test] = [someOf(law, 0, onGrid), someOf(law, onGrid, law.variance.length)];
    return {
      kind: 'posterior',
      arm: arm.label,
      exists: true,
      of,
      jitter: 0,
      ...rest,
      ...(grid && { grid: copied(grid) }),
      mean: drawn.mean.data,
      deviation: drawn.variance.map(Math.sqrt),
      meanTest: test.mean.data,
      deviationTest: test.variance.map(Math.sqrt),
    };
  };

  const limit = limitOf(arm, samples.x, run.grid);
  if (!limit.exists && !limit.nngpExists) {
    yield none('ntk', limit.reason);
    yield none('nngp', limit.reason);
    return;
  }
  const inputs = together(grid, samples.xTest);
  const kernels = await limitCovariance(run, layer, inputs);
  const copy = arm.mirrored ? layerOf({ ...arm, mirrored: false }, dimensionsOf(run)) : layer;
  const single = arm.mirrored ? await limitCovariance(run, copy, inputs) : kernels;
  const reason = limit.exists
    ? (withoutEnsemble(arm) ?? (isFinite(kernels) ? undefined : overflow))
    : limit.reason;
  try {
    if (reason !== undefined) yield none('ntk', reason);
    else {
      const covariance = await testCovariances(run, layer, kernels);
      for await (const { law, influence, ...rest } of ensembles(run, arm, kernels))
        yield some('ntk', law, {
          ...rest,
          jitter: influence.jitter,
          ...covariance(ensembleCovariance, influence),
        });
    }
  } catch (error) {
    yield none('ntk', singular(error));
  }
  try {
    const { influence, ...law } = processRegression(single.nngp, samples.y);
    const covariance = await testCovariances(run, copy, single);
    yield some('nngp', law, {
      jitter: influence.jitter,
      ...covariance(processCovariance, influence),
    });
  } catch (error) {
    yield none('nngp', singular(error));
  }
}

/** The sentence of a kernel that even jitter does not make regular; throws again what is something else. */
function singular(error: unknown): string {
  if (error instanceof RangeError)
    return `There is no regression with this kernel: ${error.message}.`;
  throw error;
}

const overflow =
  'There is no regression: the infinite-width kernel grows beyond what float64 holds.';

const isFinite = ({ ntk, nngp }: LimitCovariance): boolean =>
  [ntk.train, ntk.cross, nngp.train, nngp.cross].every(({ data }) => data.every(Number.isFinite));

const dimensionsOf = ({ samples, grid }: Run) => ({
  inputs: samples.x.cols,
  outputs: samples.y.cols,
  grid,
});

/** Inputs of the grid, then of the test samples. */
function together(grid: FunctionGrid | undefined, xTest: Matrix): Matrix {
  if (!grid) return xTest;
  const both = matrix(grid.inputs.length / grid.dimension + xTest.rows, xTest.cols);
  both.data.set(grid.inputs);
  both.data.set(xTest.data, grid.inputs.length);
  return both;
}

/** Arrays of results are transferred, and belong to one result each. */
const copied = (grid: FunctionGrid): FunctionGrid => ({
  ...grid,
  inputs: grid.inputs.slice(),
  columns: grid.columns.slice(),
  ...(grid.rows && { rows: grid.rows.slice() }),
});
