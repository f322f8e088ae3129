import * as tf from '@tensorflow/tfjs-core';
import { matrix, symmetrized } from '../../math/matrix.ts';
import type { LayerShare } from '../../spec/Result.ts';
import type { Network } from '../network.ts';
import { ntkParts } from '../ntkParts.ts';
import { runningSum, type RunningSum } from '../runningSum.ts';

/** What one affine map adds to the NTK: its exact trace, and its values averaged over blocks of samples. */
export type LayerPart = Pick<LayerShare, 'trace' | 'size' | 'values'>;

/** What a map adds that has no way to the outputs, as below an activation that jumps. */
export function noPart(samples: number): LayerPart {
  const size = blocksOf(samples);
  return { trace: 0, size, values: new Float32Array(size * size) };
}

/** Samples are averaged over so many blocks. */
const blocksOf = (samples: number): number => Math.min(samples, 64);

/**
 * The parts of the NTK (the mean over `outputs`) of a network on rows x (n×d), by the places of their weights. Each is pooled on
 * the backend as it comes, so that there is only one n×n at a time however deep the network, and all are read back at once.
 */
export async function layerParts(
  network: Network,
  rows: tf.Tensor2D,
  outputs: number,
): Promise<ReadonlyMap<number, LayerPart>> {
  const [n] = rows.shape;
  const size = blocksOf(n);
  const pooling = n > size ? blockMeans(n, size) : undefined;
  const sums = new Map<number, RunningSum>();
  try {
    ntkParts(network, rows, { outputs, form: 'mean' }, (weight, part) => {
      const sum = sums.get(weight) ?? runningSum();
      sums.set(weight, sum);
      sum.add(() => summary(part() as tf.Tensor2D, pooling));
    });
    const places = [...sums.keys()];
    const values = await readTogether([...sums.values()].map((sum) => sum.value()!));
    const length = values.length / places.length;
    return new Map(
      places.map((weight, k) => [
        weight,
        partOf(values.subarray(k * length, (k + 1) * length), size),
      ]),
    );
  } finally {
    sums.forEach((sum) => sum.dispose());
    if (pooling) tf.dispose([pooling.left, pooling.right]);
  }
}

interface Pooling {
  readonly left: tf.Tensor2D;
  readonly right: tf.Tensor2D;
}

/** size×n: the mean of each block, which are as even as can be; and the same transposed, which products take faster. */
function blockMeans(n: number, size: number): Pooling {
  const blockOf = (sample: number): number => Math.floor((sample * size) / n);
  const counts = new Float64Array(size);
  for (let i = 0; i < n; i++) counts[blockOf(i)]!++;
  const values = new Float32Array(size * n);
  for (let i = 0; i < n; i++) values[blockOf(i) * n + i] = 1 / counts[blockOf(i)]!;
  const left = tf.tensor2d(values, [size, n]);
  return { left, right: tf.transpose(left) };
}

/** The diagonal (where it is not in what follows) and the pooled values, in one row. */
function summary(theta: tf.Tensor2D, pooling: Pooling | undefined): tf.Tensor {
  if (!pooling) return tf.reshape(theta, [-1]);
  const pooled = tf.matMul(tf.matMul(pooling.left, theta), pooling.right);
  return tf.concat([diagonal(theta), tf.reshape(pooled, [-1])]);
}

/** With n zeros more, n + 1 entries to a row, the diagonal is the first column. */
function diagonal(theta: tf.Tensor2D): tf.Tensor {
  const [n] = theta.shape;
  const padded = tf.pad(tf.reshape(theta, [n * n]), [[0, n]]);
  return tf.reshape(tf.slice(tf.reshape(padded, [n, n + 1]), [0, 0], [n, 1]), [n]);
}

function partOf(row: Float32Array, size: number): LayerPart {
  const pooled = symmetrized(matrix(size, size, Float64Array.from(row.subarray(-size * size))));
  const apart = row.length > size * size;
  const diagonalOf = (_: unknown, i: number): number => row[apart ? i : i * (size + 1)]!;
  const length = apart ? row.length - size * size : size;
  return {
    trace: Array.from({ length }, diagonalOf).reduce((sum, value) => sum + value, 0),
    size,
    values: Float32Array.from(pooled.data),
  };
}

async function readTogether(rows: readonly tf.Tensor[]): Promise<Float32Array> {
  if (rows.length === 0) return new Float32Array();
  const all = tf.concat([...rows]);
  try {
    return await all.data<'float32'>();
  } finally {
    all.dispose();
  }
}
