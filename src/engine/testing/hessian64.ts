import { matrix, type Matrix } from '../../math/matrix.ts';
import { normals, stream } from '../../math/rng.ts';
import type { Samples } from '../../nn/Dataset.ts';
import { jacobian, outputs64 } from './jacobian.ts';
import { inputs, type Drawn } from './networkOfArm.ts';

/** The same network with weights that float32 holds, so that both sides see the same. */
export const rounded = ({ layer, parameters }: Drawn): Drawn => ({
  layer,
  parameters: parameters.map((each) => ({ ...each, values: each.values.map(Math.fround) })),
});

/** Samples to train on, and the same to test on. */
export const samplesOf = (x: Matrix, y: Matrix): Samples => ({
  x,
  xTest: x,
  y,
  yTest: y,
  order: '',
  standardization: '',
});

/** n standard normal samples with standard normal targets. */
export const fitted = (n: number, d: number, outputs: number): Samples =>
  samplesOf(
    inputs(n, d),
    matrix(n, outputs, normals(stream('targets'), n * outputs).map(Math.fround)),
  );

/** H·v of the training loss in float64 by central differences; entries of v follow the parameters in order. */
export function product64(net: Drawn, samples: Samples, v: Float64Array): Float64Array {
  const h = 1e-6;
  const moved = (by: number): Drawn => {
    let before = 0;
    return {
      ...net,
      parameters: net.parameters.map((each) => {
        const from = before;
        before += each.values.length;
        return { ...each, values: each.values.map((value, k) => value + by * v[from + k]!) };
      }),
    };
  };
  const [above, below] = [gradient64(moved(h), samples), gradient64(moved(-h), samples)];
  return above.map((value, k) => (value - below[k]!) / (2 * h));
}

/** The whole Hessian, column by column. */
export function hessian64(net: Drawn, samples: Samples): Matrix {
  const size = sizeOf(net);
  const result = matrix(size, size);
  for (let k = 0; k < size; k++) {
    const unit = new Float64Array(size);
    unit[k] = 1;
    product64(net, samples, unit).forEach((value, row) => {
      result.data[row * size + k]! += value / 2;
      result.data[k * size + row]! += value / 2;
    });
  }
  return result;
}

/** How many numbers a network has. */
export const sizeOf = ({ parameters }: Drawn): number =>
  parameters.reduce((sum, { values }) => sum + values.length, 0);

/** The gradient of the loss by all numbers, JᵀR/n. */
function gradient64({ layer, parameters }: Drawn, { x, y }: Samples): Float64Array {
  const j = jacobian(layer, parameters, x);
  const f = outputs64(layer, parameters, x);
  const result = new Float64Array(j.cols);
  for (let row = 0; row < j.rows; row++) {
    const [k, i] = [Math.floor(row / x.rows), row % x.rows];
    const rest = (f.data[i * y.cols + k]! - y.data[i * y.cols + k]!) / x.rows;
    for (let c = 0; c < j.cols; c++) result[c]! += rest * j.data[row * j.cols + c]!;
  }
  return result;
}
