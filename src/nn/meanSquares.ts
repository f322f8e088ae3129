import type { Activation } from './Activation.ts';
import { meanSquare } from './hermite.ts';
import { plainOps } from './plainOps.ts';
import type { Settings } from './Settings.ts';

/** What a wide layer does to variances, as functions of a pre-activation's variance q, with z ~ N(0, 1). */
export interface MeanSquares {
  /** E φ(√q z)². */
  readonly value: (q: number) => number;
  /** E φ'(√q z)²; Infinity where φ jumps. */
  readonly slope: (q: number) => number;
}

/** The mean squares of an activation: in closed form where there is one, else by quadrature. */
export function meanSquaresOf(activation: Activation, settings: Settings): MeanSquares {
  const { dual, f, df, withoutNtk } = activation;
  const jumps = withoutNtk !== undefined;
  if (dual) {
    const at = (q: number) => dual({ k11: q, k12: q, k22: q }, settings);
    return { value: (q) => at(q).value, slope: (q) => (jumps ? Infinity : at(q).slope) };
  }
  return {
    value: (q) => meanSquare((x) => f(plainOps, x, settings), q),
    slope: (q) => (jumps ? Infinity : meanSquare((x) => df(plainOps, x, settings), q)),
  };
}

/**
 * The same functions from a table in log q that fills as it is read, by cubic interpolation: within 1e-5 of themselves, and a
 * thousand times faster than a quadrature, for fields of many points. Below q = 10⁻¹⁶ and above 10¹⁰ they are asked directly.
 */
export function tabulated({ value, slope }: MeanSquares): MeanSquares {
  return { value: interpolated(value), slope: interpolated(slope) };
}

const spacing = 0.15;
const lowest = Math.log(1e-16);
const count = Math.ceil((Math.log(1e10) - lowest) / spacing);

function interpolated(exact: (q: number) => number): (q: number) => number {
  // Logarithms, since near zero the functions are powers of q.
  const known = new Float64Array(count + 1).fill(NaN);
  const at = (k: number): number => {
    const found = known[k]!;
    if (!Number.isNaN(found)) return found;
    return (known[k] = Math.log(exact(Math.exp(lowest + k * spacing))));
  };
  return (q) => {
    const place = (Math.log(q) - lowest) / spacing;
    const k = Math.floor(place);
    if (!(k >= 1 && k + 2 <= count)) return exact(q);
    const t = place - k;
    const [a, b, c, d] = [at(k - 1), at(k), at(k + 1), at(k + 2)];
    // Zero or infinite somewhere near: nothing to interpolate.
    if (!Number.isFinite(a + b + c + d)) return exact(q);
    // Lagrange's cubic through four neighbours.
    return Math.exp(
      (-a * t * (t - 1) * (t - 2)) / 6 +
        (b * (t + 1) * (t - 1) * (t - 2)) / 2 -
        (c * (t + 1) * t * (t - 2)) / 2 +
        (d * (t + 1) * t * (t - 1)) / 6,
    );
  };
}
