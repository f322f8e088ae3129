import * as tf from '@tensorflow/tfjs-core';
import { matrix, type Matrix } from '../math/matrix.ts';
import { empiricalNtk } from './empiricalNtk.ts';
import type { OpenNetwork, Run } from './Run.ts';

/** Θ(x, X) of the test inputs for a network as it is now: n_test×n, or n_test·K×n·K in full, output-major. */
export async function crossKernel(
  { batch, samples, form }: Pick<Run, 'batch' | 'samples' | 'form'>,
  { trainer }: Pick<OpenNetwork, 'trainer'>,
): Promise<Matrix> {
  const { rows: n, cols: outputs } = samples.y;
  const both = tf.concat<tf.Tensor2D>([batch.x, batch.xTest], 0);
  try {
    const options = { outputs, form, columns: n };
    return testRows(await empiricalNtk(trainer.network(), both, options), n, samples.yTest.rows);
  } finally {
    both.dispose();
  }
}

/** Of the rows k·(n + m) + i those with i ≥ n. */
function testRows(theta: Matrix, n: number, m: number): Matrix {
  const blocks = theta.rows / (n + m);
  const result = matrix(blocks * m, theta.cols);
  for (let k = 0; k < blocks; k++) {
    const from = (k * (n + m) + n) * theta.cols;
    result.data.set(theta.data.subarray(from, from + m * theta.cols), k * m * theta.cols);
  }
  return result;
}
