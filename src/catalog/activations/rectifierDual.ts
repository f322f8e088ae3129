import { angleOf } from '../../math/angleOf.ts';
import type { Covariance, Covariances, DualValue, DualValues } from '../../nn/Activation.ts';

/**
 * Dual of max(x, 0) + a·min(x, 0): the arc-cosine kernels of orders 1 and 0 (Cho & Saul, 2009; for a ≠ 0 Tsuchida et
 * al., 2018). The angle is taken from its sine and cosine, which stays exact where the inputs are almost parallel.
 */
export function rectifierDual(a: number, { k11, k12, k22 }: Covariance): DualValue {
  const s = Math.sqrt(Math.max(k11 * k22 - k12 * k12, 0));
  const kink = kinkOf(a);
  const slope = (1 + a * a) / 2 - kink * Math.atan2(s, k12);
  return { value: kink * s + slope * k12, slope };
}

/** The same of all pairs: convolutions ask for hundreds of millions. */
export function rectifierDuals(
  a: number,
  { rowVariance, columnVariance, k12, upper }: Covariances,
): DualValues {
  const kink = kinkOf(a);
  const flat = (1 + a * a) / 2;
  const columns = columnVariance.length;
  const value = new Float64Array(k12.length);
  const slope = new Float64Array(k12.length);
  for (let i = 0; i < rowVariance.length; i++) {
    const k11 = rowVariance[i]!;
    const row = i * columns;
    for (let j = upper ? i : 0; j < columns; j++) {
      const k = k12[row + j]!;
      const s = Math.sqrt(Math.max(k11 * columnVariance[j]! - k * k, 0));
      const passed = flat - kink * angleOf(s, k);
      slope[row + j] = passed;
      value[row + j] = kink * s + passed * k;
    }
  }
  return { value, slope };
}

const kinkOf = (a: number): number => (1 - a) ** 2 / (2 * Math.PI);
