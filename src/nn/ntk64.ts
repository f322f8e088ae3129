import { add, gram, matrix, rowRange, scaled, type Matrix } from '../math/matrix.ts';
import type { MapUse, Tangent64 } from './tangent64.ts';
import type { MapFacts } from './trace.ts';

/**
 * The NTK of a network in float64, each array's part times its rate: the mean over its K outputs, n×n, or in full nK×nK,
 * output-major (row k·n + i).
 */
export function ntk64({ outputs: { rows: n, cols }, uses }: Tangent64, full: boolean): Matrix {
  const size = full ? n * cols : n;
  // Outputs whose blocks are taken together.
  const groups = full ? [{ first: 0, count: cols }] : eachOf(cols);
  let theta = matrix(size, size);
  for (const ofMap of uses.values()) {
    const [only] = ofMap;
    const alone = ofMap.length === 1 && only?.input.rows === n ? only : undefined;
    for (const group of groups)
      theta = add(theta, alone ? ofOneUse(alone, n, group) : ofAllUses(ofMap, n, group));
  }
  return full ? theta : scaled(theta, 1 / cols);
}

interface Group {
  readonly first: number;
  readonly count: number;
}

const eachOf = (count: number): readonly Group[] =>
  Array.from({ length: count }, (_, first) => ({ first, count: 1 }));

/** What multiplies UUᵀ and ones; 0 for what does not train. */
const factorsOf = ({ bias, weightScale, biasScale, trained, rates }: MapFacts) => ({
  weight: trained.weight ? (rates?.weight ?? 1) * weightScale ** 2 : 0,
  bias: bias !== undefined && trained.bias ? (rates?.bias ?? 1) * biasScale ** 2 : 0,
});

/** (ws²·UUᵀ + bs²) ∘ ΔΔᵀ, for a map that sees each sample once. */
function ofOneUse({ map, input, of }: MapUse, n: number, { first, count }: Group): Matrix {
  const factors = factorsOf(map);
  const inputs = gram(input);
  const result = gram(rowRange(of, first * n, (first + count) * n));
  for (let row = 0; row < result.rows; row++) {
    for (let column = 0; column < result.cols; column++) {
      const product = inputs.data[(row % n) * n + (column % n)]!;
      result.data[row * result.cols + column]! *= factors.weight * product + factors.bias;
    }
  }
  return result;
}

/** The Gram matrix of Σ u·δᵀ and Σ δ over positions and uses, sample by sample. */
function ofAllUses(uses: readonly MapUse[], n: number, { first, count }: Group): Matrix {
  const [{ map, input, of }] = uses as readonly [MapUse];
  const factors = factorsOf(map);
  const [ws, bs] = [Math.sqrt(factors.weight), Math.sqrt(factors.bias)];
  const rows = matrix(count * n, (input.cols + 1) * of.cols);
  for (const use of uses) {
    const positions = use.input.rows / n;
    for (let row = 0; row < rows.rows; row++) {
      for (let p = 0; p < positions; p++) {
        const at = (row % n) * positions + p;
        const delta = rowAt(use.of, (first * n + row) * positions + p);
        addOuter(rowAt(rows, row), rowAt(use.input, at), delta, ws, bs);
      }
    }
  }
  return gram(rows);
}

const rowAt = ({ cols, data }: Matrix, row: number): Float64Array =>
  data.subarray(row * cols, (row + 1) * cols);

/** Adds ws·u δᵀ, then bs·δ. */
function addOuter(
  to: Float64Array,
  u: Float64Array,
  delta: Float64Array,
  ws: number,
  bs: number,
): void {
  const width = delta.length;
  for (let j = 0; j < u.length; j++) {
    const factor = ws * u[j]!;
    if (factor !== 0) for (let c = 0; c < width; c++) to[j * width + c]! += factor * delta[c]!;
  }
  for (let c = 0; c < width; c++) to[u.length * width + c]! += bs * delta[c]!;
}
