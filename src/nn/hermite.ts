import { hermiteTable } from './hermiteTable.ts';

/**
 * One function's Hermite series under normals of several variances q: a_j(q) = E f(√q z) h_j(z), h_j orthonormal. Even
 * and odd coefficients stand apart, because most activations and their derivatives have only one kind.
 */
export interface HermiteSeries {
  /** Coefficients of each kind per variance: a_0, a_2, … or a_1, a_3, …; the last stands for all that are left out. */
  readonly terms: number;
  /** variances×terms; absent if zero throughout. */
  readonly even?: Float64Array;
  readonly odd?: Float64Array;
  /** E f(√q z)² for each variance. */
  readonly meanSquares: Float64Array;
}

/**
 * The first `count` coefficients (an even number) of f for each variance. What they miss of the mean square goes, as its
 * root, into one coefficient more of each kind, so that Σ a_j² is E f² itself. By the trapezoidal rule, which converges
 * geometrically for a smooth f.
 */
export function hermiteSeries(
  f: (x: number) => number,
  variances: Float64Array,
  count: number,
): HermiteSeries {
  const { nodes, rows } = hermiteTable(count, spacingFor(count));
  const terms = count / 2 + 1;
  const even = new Float64Array(variances.length * terms);
  const odd = new Float64Array(variances.length * terms);
  const row = (kind: Float64Array, i: number): Float64Array =>
    kind.subarray(i * terms, (i + 1) * terms);
  // On a sphere all variances are one.
  const known = new Map<number, number>();
  const meanSquares = new Float64Array(variances.length);
  variances.forEach((q, i) => {
    const same = known.get(q);
    if (same !== undefined) {
      for (const kind of [even, odd]) row(kind, i).set(row(kind, same));
      meanSquares[i] = meanSquares[same]!;
      return;
    }
    known.set(q, i);
    const parts = weightedParts(f, Math.sqrt(q), nodes, rows[0]!);
    meanSquares[i] =
      expand(parts.even, rows, 0, row(even, i)) + expand(parts.odd, rows, 1, row(odd, i));
  });
  const present = (kind: Float64Array): boolean => kind.some((a) => a !== 0);
  return { terms, ...(present(even) && { even }), ...(present(odd) && { odd }), meanSquares };
}

/** E f(√q z)² alone, by the same rule. */
export function meanSquare(f: (x: number) => number, variance: number): number {
  const { nodes, rows } = hermiteTable(1, finestSpacing);
  const { even, odd } = weightedParts(f, Math.sqrt(variance), nodes, rows[0]!);
  return inner(even, even) + inner(odd, odd);
}

/** Fills `into` with the coefficients `kind`, `kind` + 2, … and the rest of the mean square; returns the mean square. */
function expand(
  part: Float64Array,
  rows: readonly Float64Array[],
  kind: 0 | 1,
  into: Float64Array,
): number {
  const whole = inner(part, part);
  if (whole === 0) return 0;
  const last = into.length - 1;
  let mass = 0;
  for (let m = 0; m < last; m++) {
    const a = inner(part, rows[2 * m + kind]!);
    into[m] = a;
    mass += a * a;
  }
  into[last] = Math.sqrt(Math.max(0, whole - mass));
  return whole;
}

/** The even and odd parts of f(root·z) at the nodes z ≥ 0, times the first row: the root of the rule's weights. */
function weightedParts(
  f: (x: number) => number,
  root: number,
  nodes: Float64Array,
  weights: Float64Array,
): { even: Float64Array; odd: Float64Array } {
  const even = new Float64Array(nodes.length);
  const odd = new Float64Array(nodes.length);
  for (let k = 0; k < nodes.length; k++) {
    const x = root * nodes[k]!;
    const right = f(x);
    const left = f(-x);
    even[k] = 0.5 * (right + left) * weights[k]!;
    odd[k] = 0.5 * (right - left) * weights[k]!;
  }
  return { even, odd };
}

/** Nodes must be close enough for the waves of the last Hermite function, and for f where it needs so many terms. */
const spacingFor = (count: number): number =>
  count <= 256 ? 0.1 : count <= 1024 ? 0.05 : finestSpacing;

const finestSpacing = 0.025;

function inner(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}
