import { lineFit } from '../../math/lineFit.ts';
import { cached } from '../cached.ts';

/** Rounding leaves an error of about 1e-16 in shares of κ(1); what is below ten times that is noise. */
export const harmonicsFloor = 1e-15;

/** A power law μ_k ≈ e^intercept·k^slope over k = from … to, of `points` eigenvalues above the noise. */
export interface FittedSlope {
  readonly slope: number;
  /** Its standard error. */
  readonly error: number;
  readonly intercept: number;
  readonly from: number;
  readonly to: number;
  readonly points: number;
}

/** Degrees over which published slopes are fitted; and the fewest points that say anything of a slope. */
const [first, last] = [20, 80];
const fewest = 8;

/**
 * The slope of log μ_k over log k for k = 20 … 80, of what lies above the noise; undefined where that is too little, as for
 * smooth activations, whose eigenvalues fall faster than any power.
 */
export const slopeOf = cached((eigenvalues: Float64Array): FittedSlope | undefined => {
  const degrees = Array.from(eigenvalues.keys()).filter(
    (k) => k >= first && k <= last && eigenvalues[k]! > harmonicsFloor,
  );
  if (degrees.length < fewest) return undefined;
  const { slope, slopeError, intercept } = lineFit(
    degrees.map(Math.log),
    degrees.map((k) => Math.log(eigenvalues[k]!)),
  );
  return {
    slope,
    error: slopeError,
    intercept,
    from: degrees[0]!,
    to: degrees.at(-1)!,
    points: degrees.length,
  };
});

/** The first degree from which on all eigenvalues are noise; undefined if the last one is not. */
export function fadesAt(eigenvalues: Float64Array): number | undefined {
  const after = eigenvalues.findLastIndex((value) => value > harmonicsFloor) + 1;
  return after < eigenvalues.length ? after : undefined;
}
