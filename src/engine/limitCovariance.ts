import { rowRange, type Matrix } from '../math/matrix.ts';
import type { Covariance } from '../nn/dynamics/posterior.ts';
import { infiniteKernel } from '../nn/infiniteKernel.ts';
import type { Layer } from '../nn/Layer.ts';
import { blockwiseKernels } from './blockwiseKernels.ts';
import type { Run } from './Run.ts';

/** The infinite-width kernels of a network as regression needs them. */
export interface LimitCovariance {
  readonly ntk: Pick<Covariance, 'train' | 'cross'>;
  readonly nngp: Covariance;
}

/** Between n training samples and m other inputs (m×d). Throws an Interruption where the run is to end. */
export async function limitCovariance(
  run: Pick<Run, 'samples' | 'breathe'>,
  layer: Layer,
  inputs: Matrix,
): Promise<LimitCovariance> {
  const { x } = run.samples;
  const train = await blockwiseKernels(run, layer, x, x);
  await run.breathe();
  const cross = await blockwiseKernels(run, layer, inputs, x);
  const variance = new Float64Array(inputs.rows);
  for (let i = 0; i < inputs.rows; i++) {
    if (i % 16 === 0) await run.breathe();
    const row = rowRange(inputs, i, i + 1);
    variance[i] = infiniteKernel(layer, row, row).nngp.data[0]!;
  }
  return {
    ntk: { train: train.ntk, cross: cross.ntk },
    nngp: { train: train.nngp, cross: cross.nngp, variance },
  };
}
