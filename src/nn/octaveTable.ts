import { hermiteSeries } from './hermite.ts';

/** A function's Hermite series at 16 variances of one octave, from which all others of it follow. */
export interface OctaveTable {
  readonly octave: number;
  readonly terms: number;
  readonly even: OctaveRows | undefined;
  readonly odd: OctaveRows | undefined;
}

/** Coefficients of one kind at each of the points, points×terms, and their part of the mean square. */
interface OctaveRows {
  readonly coefficients: Float64Array;
  readonly squares: Float64Array;
}

const points = 16;

/** Chebyshev points with their barycentric weights (Berrut & Trefethen, 2004). */
const angles = Float64Array.from({ length: points }, (_, k) => ((k + 0.5) * Math.PI) / points);
const nodes = angles.map(Math.cos);
const weights = angles.map((angle, k) => (-1) ** k * Math.sin(angle));

/** What interpolation may err by, as a share of the root mean square; and where in an octave, 0 to 1, that is seen to. */
const agreement = 1e-14;
const probes = [0.002, 0.45, 0.7, 0.995];

/**
 * The table of variances 2^octave to twice that. Coefficients are interpolated in log q, where they are analytic around the
 * real line: functions like tanh have their poles at negative variances, which leaves 13⁻¹⁶ of an error. Nothing where
 * interpolation fails its probes.
 */
export function octaveTable(
  f: (x: number) => number,
  octave: number,
  count: number,
): OctaveTable | undefined {
  const variance = (place: number): number => 2 ** octave * 2 ** place;
  const at = nodes.map((node) => variance((node + 1) / 2));
  const { terms, even, odd } = hermiteSeries(f, at, count);
  const table = { octave, terms, even: rowsOf(even, terms), odd: rowsOf(odd, terms) };
  const serves = probes.every((place) => {
    const exact = hermiteSeries(f, Float64Array.of(variance(place)), count);
    const kinds = { even: new Float64Array(terms), odd: new Float64Array(terms) };
    const square = interpolate(table, variance(place), kinds.even, kinds.odd, 0);
    const [whole = NaN] = exact.meanSquares;
    return (
      Math.abs(square - whole) <= agreement * whole &&
      (['even', 'odd'] as const).every((kind) =>
        // The last stands for the rest: a root of almost nothing.
        kinds[kind]
          .subarray(0, -1)
          .every((a, m) => Math.abs(a - (exact[kind]?.[m] ?? 0)) <= agreement * Math.sqrt(whole)),
      )
    );
  });
  return serves ? table : undefined;
}

function rowsOf(coefficients: Float64Array | undefined, terms: number): OctaveRows | undefined {
  if (!coefficients) return undefined;
  const squares = new Float64Array(points);
  coefficients.forEach((a, at) => (squares[Math.floor(at / terms)]! += a * a));
  return { coefficients, squares };
}

/** Fills row i of both kinds for a variance q of the table's octave; returns the mean square. */
export function interpolate(
  { octave, terms, even, odd }: OctaveTable,
  q: number,
  intoEven: Float64Array | undefined,
  intoOdd: Float64Array | undefined,
  i: number,
): number {
  const shares = sharesAt(2 * Math.log2(q / 2 ** octave) - 1);
  const part = (rows: OctaveRows | undefined, into: Float64Array | undefined): number =>
    rows && into ? fill(into, i * terms, (i + 1) * terms - 1, rows, shares) : 0;
  return part(even, intoEven) + part(odd, intoOdd);
}

/** Writes coefficients from `start` up to `last`, which as in `hermiteSeries` stands for the rest of the mean square. */
function fill(
  into: Float64Array,
  start: number,
  last: number,
  { coefficients, squares }: OctaveRows,
  shares: Float64Array,
): number {
  const terms = last - start + 1;
  let mass = 0;
  for (let m = 0; start + m < last; m++) {
    let a = 0;
    for (let k = 0; k < points; k++) a += shares[k]! * coefficients[k * terms + m]!;
    into[start + m] = a;
    mass += a * a;
  }
  let whole = 0;
  for (let k = 0; k < points; k++) whole += shares[k]! * squares[k]!;
  into[last] = Math.sqrt(Math.max(0, whole - mass));
  return whole;
}

/** What each point counts at place t between −1 and 1. */
function sharesAt(t: number): Float64Array {
  const shares = new Float64Array(points);
  let sum = 0;
  for (let k = 0; k < points; k++) {
    const away = t - nodes[k]!;
    if (away === 0) {
      shares.fill(0);
      shares[k] = 1;
      return shares;
    }
    shares[k] = weights[k]! / away;
    sum += shares[k]!;
  }
  for (let k = 0; k < points; k++) shares[k]! /= sum;
  return shares;
}
