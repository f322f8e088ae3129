import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { fromRows, matrix, type Matrix } from '../../math/matrix.ts';
import { lossIds, type LossId } from '../../nn/dynamics/Loss.ts';
import { lossOf } from '../../nn/dynamics/losses.ts';
import { matrixLossOps } from '../../nn/dynamics/matrixLossOps.ts';
import { startBackend } from '../backend/startBackend.ts';
import { nodeEnvironment } from '../testing/nodeEnvironment.ts';
import { tensorOf } from '../testing/onBackend.ts';
import { tfLossOps } from './tfLossOps.ts';

/** Rows of outputs near 0 and far from it, and the right class of each. */
const several = fromRows([
  [0.5, -0.25, 1],
  [1e-4, 0, -1e-4],
  [30, -30, 10],
  [-20, 12, 3],
  [500, -500, 0],
]);
const classes = [0, 1, 0, 1, 1];
const single = fromRows([[0.5], [-1e-4], [15], [-15], [800]]);
const signs = fromRows([[1], [-1], [1], [1], [-1]]);

const caseOf = (id: LossId): { readonly f: Matrix; readonly y: Matrix } =>
  id === 'logistic'
    ? { f: single, y: signs }
    : { f: several, y: fromRows(classes.map((c) => [0, 1, 2].map((k) => (k === c ? 2 : -1) / 3))) };

describe.each(['wasm', 'cpu'] as const)('the slopes of losses on %s', (backend) => {
  beforeAll(async () => {
    await startBackend(nodeEnvironment, backend);
  });

  it.each(lossIds)('of %s are those in float64, entry by entry', async (id) => {
    const { f, y } = caseOf(id);
    const { slope } = lossOf(id);
    const expected = slope(matrixLossOps, f, y);

    const [outputs, targets] = [tensorOf(f), tensorOf(y)];
    const result = tf.tidy(() => slope<tf.Tensor>(tfLossOps, outputs, targets));
    const values = Float64Array.from(await result.data<'float32'>());
    tf.dispose([result, outputs, targets]);

    matrix(f.rows, f.cols, values).data.forEach((value, p) => {
      const exact = expected.data[p]!;
      // Relative, but below what float32 holds.
      expect(Math.abs(value - exact)).toBeLessThanOrEqual(2e-6 * Math.abs(exact) + 1e-30);
    });
  });
});
