import { matrix, type Matrix } from '../math/matrix.ts';
import type { InfiniteKernels } from '../nn/infiniteKernel.ts';
import { limitOf } from '../spec/limitOf.ts';
import { blockwiseKernels } from './blockwiseKernels.ts';
import { spectrumMeasures } from './measures.ts';
import type { Predictor } from './predictedOutputs.ts';
import type { Results, Run, RunArm } from './Run.ts';
import { eighTiming } from './spectra.ts';
import { underWay } from './underWay.ts';

/** Shows the infinite-width kernels of an arm and their spectrum; returns what predicts with them, if they exist. */
export async function* armLimit(run: Run, { arm, layer }: RunArm): Results<Predictor | undefined> {
  const { environment, samples, form } = run;
  const { x, xTest, y } = samples;
  const label = arm.label;
  const kernels = (rows: Matrix, columns: Matrix): Promise<InfiniteKernels> =>
    blockwiseKernels(run, layer, rows, columns);
  await run.breathe();
  const limit = limitOf(arm, x, run.grid);
  if (!limit.exists) {
    const { reason, nngpExists } = limit;
    const nngp = nngpExists && (await kernels(x, x)).nngp.data;
    yield { kind: 'limit', arm: label, exists: false, reason, ...(nngp && { nngp }) };
    return undefined;
  }
  const { nngp, ntk } = await kernels(x, x);
  if (![nngp, ntk].every(({ data }) => data.every(Number.isFinite))) {
    yield { kind: 'limit', arm: label, exists: false, reason: overflow };
    return undefined;
  }
  yield {
    kind: 'limit',
    arm: label,
    exists: true,
    nngp: nngp.data,
    ntk: ntk.data.slice(),
    note: limit.note,
  };

  await run.breathe();
  const decomposition = underWay(environment.eigh(ntk));
  const cross = (await kernels(xTest, x)).ntk;
  const { value: kernel, ms } = await decomposition;
  yield eighTiming(ms);
  // In full the limit is Θ_∞ ⊗ I: every eigenvalue once for each output.
  const copies = form === 'full' ? y.cols : 1;
  const eigenvalues = matrix(1, ntk.rows * copies).data.map(
    (_, p) => kernel.values[Math.floor(p / copies)]!,
  );
  yield {
    kind: 'spectrum',
    source: 'limit',
    arm: label,
    seed: 0,
    step: 0,
    eigenvalues,
    ...spectrumMeasures(eigenvalues, 'float64'),
  };
  return { theta: ntk, kernel, cross };
}

const overflow =
  'The infinite-width kernel of so many layers with these variances grows beyond what float64 holds.';
