/** How sharply a kernel falls around its input. */
export interface Spikiness {
  /** The angle (radians) at which it is halfway between its values at angle 0 and at its lowest; NaN if it never falls. */
  readonly halfAngle: number;
  /** (π/2)/halfAngle: 1 for the linear kernel cos θ, more for a spikier one; 0 if it never falls. */
  readonly spikiness: number;
}

/**
 * The spikiness of a kernel k(θ) at ascending angles, the first of them 0: its half width at half of its fall. What all inputs
 * have in common, such as a bias adds, does not count. Between angles the kernel is taken as straight.
 */
export function spikiness(angles: Float64Array, kernel: Float64Array): Spikiness {
  const top = kernel[0]!;
  const half = (top + kernel.reduce((least, value) => Math.min(least, value), top)) / 2;
  const after = half < top ? kernel.findIndex((value) => value <= half) : -1;
  if (after < 0) return { halfAngle: NaN, spikiness: 0 };
  const [a, b] = [kernel[after - 1]!, kernel[after]!];
  const start = angles[after - 1]!;
  const halfAngle = start + ((a - half) / (a - b)) * (angles[after]! - start);
  return { halfAngle, spikiness: Math.PI / 2 / halfAngle };
}
