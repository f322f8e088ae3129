import { rowRange, type Matrix } from '../math/matrix.ts';
import type { Influence, JointCovariance } from '../nn/dynamics/posterior.ts';
import type { Layer } from '../nn/Layer.ts';
import { blockwiseKernels } from './blockwiseKernels.ts';
import type { LimitCovariance } from './limitCovariance.ts';
import type { Run } from './Run.ts';

/** The covariance of a law, from how outputs follow residuals and from what they are at the start. */
type Law = (influence: Influence, start: JointCovariance) => Matrix;

/**
 * What tells the covariance between all test samples under an influence, row-major; of kernels whose last rows are the test
 * samples. It tells nothing where the run is not asked for it.
 */
export async function testCovariances(
  run: Pick<Run, 'samples' | 'breathe' | 'withCovariances'>,
  layer: Layer,
  { nngp }: LimitCovariance,
): Promise<(law: Law, influence: Influence) => { readonly covarianceTest?: Float64Array }> {
  const { xTest } = run.samples;
  const { rows } = xTest;
  if (!run.withCovariances || rows === 0) return () => ({});
  const { nngp: own } = await blockwiseKernels(run, layer, xTest, xTest);
  const lastRows = (a: Matrix): Matrix => rowRange(a, a.rows - rows, a.rows);
  const start = { train: nngp.train, cross: lastRows(nngp.cross), own };
  return (law, { weights, jitter }) => ({
    covarianceTest: law({ weights: lastRows(weights), jitter }, start).data,
  });
}
