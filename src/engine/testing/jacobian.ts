import { gram, matrix, type Matrix } from '../../math/matrix.ts';
import type { Layer } from '../../nn/Layer.ts';
import type { Parameter } from '../../nn/Parameter.ts';
import { inOrder } from '../network.ts';
import { dualOps, type Dual } from './dualOps.ts';

/** Outputs of a network in float64, n×K. */
export const outputs64 = (layer: Layer, parameters: readonly Parameter[], x: Matrix): Matrix =>
  run(layer, parameters, x, undefined).value;

/**
 * The Jacobian of all outputs by all trainable numbers in float64, one forward pass for each: row k·n + i is output k of
 * example i, columns follow the parameters in order.
 */
export function jacobian(layer: Layer, parameters: readonly Parameter[], x: Matrix): Matrix {
  const count = parameters.reduce((sum, { values }) => sum + values.length, 0);
  const slopes = parameters.flatMap((parameter, place) =>
    Array.from(
      parameter.values.keys(),
      (entry) => run(layer, parameters, x, { place, entry }).slope,
    ),
  );
  const n = x.rows;
  const result = matrix(n * (slopes[0]?.cols ?? 0), count);
  slopes.forEach(({ data, cols }, column) => {
    data.forEach((value, at) => {
      const row = (at % cols) * n + Math.floor(at / cols);
      result.data[row * count + column] = value;
    });
  });
  return result;
}

/** The full NTK J·Jᵀ in float64, nK×nK, output-major. */
export const fullNtk64 = (layer: Layer, parameters: readonly Parameter[], x: Matrix): Matrix =>
  gram(jacobian(layer, parameters, x));

/** The mean of the K diagonal n×n blocks of a full NTK. */
export function meanOfBlocks(full: Matrix, outputs: number): Matrix {
  const n = full.rows / outputs;
  const result = matrix(n, n);
  for (let k = 0; k < outputs; k++)
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++)
        result.data[i * n + j]! += full.data[(k * n + i) * full.cols + k * n + j]! / outputs;
  return result;
}

function run(
  layer: Layer,
  parameters: readonly Parameter[],
  x: Matrix,
  by: { readonly place: number; readonly entry: number } | undefined,
): Dual {
  const duals = parameters.map(({ shape, values }, place): Dual => {
    const [rows, cols] = shape.length === 2 ? [shape[0]!, shape[1]!] : [1, values.length];
    const slope = matrix(rows, cols);
    if (by?.place === place) slope.data[by.entry] = 1;
    return { value: matrix(rows, cols, values), slope };
  });
  return layer.apply(dualOps, inOrder(duals), { value: x, slope: matrix(x.rows, x.cols) });
}
