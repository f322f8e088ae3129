import { lineFit } from '../../math/lineFit.ts';
import { cached } from '../cached.ts';

/** Rounding leaves an error of about 1e-16 in shares of κ(1); what is below ten times that is noise. */
export const harmonicsFloor = 1e-15;

/** A power law μ_k ≈ e^intercept·k^slope over k = from … to, with an intercept of its own for odd and for even k. */
export interface FittedSlope {
  readonly slope: number;
  /** Its standard error. */
  readonly error: number;
  readonly intercepts: { readonly even?: number; readonly odd?: number };
  readonly from: number;
  readonly to: number;
}

/** Degrees over which published slopes are fitted, and how far they must reach above the noise to be no mere beginning. */
const [first, last, reach] = [20, 80, 60];

/**
 * The slope of log μ_k over log k for k = 20 … 80, of what lies above the noise: one slope, but odd and even k may differ by a
 * factor (a common slope within two groups). Undefined where eigenvalues end before k = 60, as for smooth activations, whose
 * eigenvalues fall faster than any power.
 */
export const slopeOf = cached((eigenvalues: Float64Array): FittedSlope | undefined => {
  const degrees = Array.from(eigenvalues.keys()).filter(
    (k) => k >= first && k <= last && eigenvalues[k]! > harmonicsFloor,
  );
  if (!((degrees.at(-1) ?? 0) >= reach)) return undefined;
  const groups = [0, 1].map((parity) => {
    const own = degrees.filter((k) => k % 2 === parity);
    const xs = own.map(Math.log);
    const ys = own.map((k) => Math.log(eigenvalues[k]!));
    return { xs, ys, x: average(xs), y: average(ys) };
  });
  const { slope, slopeError } = lineFit(
    groups.flatMap(({ xs, x }) => xs.map((value) => value - x)),
    groups.flatMap(({ ys, y }) => ys.map((value) => value - y)),
  );
  const [even, odd] = groups.map(({ xs, x, y }) => (xs.length > 0 ? y - slope * x : undefined));
  return {
    slope,
    error: slopeError,
    intercepts: { ...(even !== undefined && { even }), ...(odd !== undefined && { odd }) },
    from: degrees[0]!,
    to: degrees.at(-1)!,
  };
});

const average = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** The first degree from which on all eigenvalues are noise; undefined if the last one is not. */
export function fadesAt(eigenvalues: Float64Array): number | undefined {
  const after = eigenvalues.findLastIndex((value) => value > harmonicsFloor) + 1;
  return after < eigenvalues.length ? after : undefined;
}
