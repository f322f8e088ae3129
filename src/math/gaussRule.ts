import { tridiagonalQr } from './tridiagonalQr.ts';

/** Σ weights·f(nodes) approximates an integral; nodes ascend, both have length n. */
export interface GaussRule {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

/**
 * The Gauss rule of a measure that is even about 0 and of the given total mass, from the off-diagonal (n − 1) of
 * its n×n Jacobi matrix (Golub & Welsch 1969): the eigenvalues, polished by Newton's method on the orthonormal
 * polynomial p_n, are the nodes; the weights are mass/Σ p_k².
 */
export function gaussRule(offDiagonal: Float64Array, mass: number): GaussRule {
  const n = offDiagonal.length + 1;
  const starts = new Float64Array(n);
  tridiagonalQr(starts, offDiagonal.slice());
  starts.sort();
  const nodes = new Float64Array(n);
  const weights = new Float64Array(n);
  for (let i = 0; 2 * i < n; i++) {
    const mirror = n - 1 - i;
    let x = i === mirror ? 0 : (starts[mirror]! - starts[i]!) / 2;
    // One step is enough: what QR leaves is within a few ulps already, and the middle node is exact.
    if (x !== 0) x -= evaluated(offDiagonal, x).newtonStep;
    nodes[i] = -x;
    nodes[mirror] = x;
    weights[i] = mass / evaluated(offDiagonal, x).squares;
    weights[mirror] = weights[i]!;
  }
  return { nodes, weights };
}

/** p_n(x)/p_n′(x), and Σ p_k(x)² for k < n, in units where the measure has mass 1. */
function evaluated(offDiagonal: Float64Array, x: number): { newtonStep: number; squares: number } {
  let previous = 0;
  let value = 1;
  let previousSlope = 0;
  let slope = 0;
  let squares = 0;
  for (let k = 0; k <= offDiagonal.length; k++) {
    squares += value * value;
    // b_k·p_{k+1} = x·p_k − b_{k−1}·p_{k−1}; the last factor cancels in p_n/p_n′.
    const below = k === 0 ? 0 : offDiagonal[k - 1]!;
    const above = offDiagonal[k] ?? 1;
    const next = (x * value - below * previous) / above;
    const nextSlope = (value + x * slope - below * previousSlope) / above;
    previous = value;
    previousSlope = slope;
    value = next;
    slope = nextSlope;
  }
  return { newtonStep: value / slope, squares };
}
