import { add, matrix, product, scaled, transpose, type Matrix } from '../math/matrix.ts';
import type { MapUse, Tangent64 } from './tangent64.ts';

/**
 * The way that training moves each array at first, −rate·∂L/∂w for the derivative `slope` (n×K) of L by the outputs, in float64
 * and by the arrays' places. What does not train or has no way to the outputs is left out.
 */
export function firstMove({ uses }: Tangent64, slope: Matrix): ReadonlyMap<number, Matrix> {
  const moves = new Map<number, Matrix>();
  const put = (place: number, move: Matrix): void => {
    const before = moves.get(place);
    moves.set(place, before ? add(before, move) : move);
  };
  for (const use of [...uses.values()].flat()) {
    const { weight, bias, weightScale, biasScale, trained, rates } = use.map;
    const back = pulled(use, slope);
    if (trained.weight) {
      const rate = rates?.weight ?? 1;
      put(weight, scaled(product(transpose(use.input), back), -rate * weightScale));
    }
    if (bias !== undefined && trained.bias) {
      const ones = matrix(1, back.rows, new Float64Array(back.rows).fill(1));
      put(bias, scaled(product(ones, back), -(rates?.bias ?? 1) * biasScale));
    }
  }
  return moves;
}

/** Σ_k ∂L/∂f_k · ∂f_k of what a map handed on, (n·P)×out. */
function pulled({ input, of }: MapUse, slope: Matrix): Matrix {
  const { rows: n, cols: count } = slope;
  const positions = input.rows / n;
  const result = matrix(input.rows, of.cols);
  for (let k = 0; k < count; k++) {
    for (let row = 0; row < input.rows; row++) {
      const factor = slope.data[Math.floor(row / positions) * count + k]!;
      const from = (k * input.rows + row) * of.cols;
      for (let c = 0; c < of.cols; c++)
        result.data[row * of.cols + c]! += factor * of.data[from + c]!;
    }
  }
  return result;
}
