import { matrix, rowRange, type Matrix } from '../math/matrix.ts';
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
  const nngp = matrix(inputs.rows, x.rows);
  const ntk = matrix(inputs.rows, x.rows);
  const variance = new Float64Array(inputs.rows);
  for (let from = 0; from < inputs.rows; from += some) {
    await run.breathe();
    const rows = rowRange(inputs, from, Math.min(inputs.rows, from + some));
    const part = await blockwiseKernels(run, layer, rows, x);
    nngp.data.set(part.nngp.data, from * x.rows);
    ntk.data.set(part.ntk.data, from * x.rows);
    variance.set(part.rowVariance.some(Number.isNaN) ? alone(layer, rows) : part.rowVariance, from);
  }
  return {
    ntk: { train: train.ntk, cross: ntk },
    nngp: { train: train.nngp, cross: nngp, variance },
  };
}

/** Inputs at a time. */
const some = 128;

/** The variance of each input from its own kernel. */
const alone = (layer: Layer, inputs: Matrix): Float64Array =>
  Float64Array.from({ length: inputs.rows }, (_, i) => {
    const row = rowRange(inputs, i, i + 1);
    return infiniteKernel(layer, row, row).nngp.data[0]!;
  });
