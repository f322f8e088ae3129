import { normalDensity, normalTail } from '../../math/normalTail.ts';
import { owensT } from '../../math/owensT.ts';
import type { Covariance, DualValue } from '../../nn/Activation.ts';

/**
 * Dual of φ(x) = max(x, 0) + a·min(x, 0) for normals u and v of mean m: φ(x) = a·x + (1 − a)·max(x, 0), whose parts are
 * moments of a normal pair truncated at zero (Rosenbaum, 1961).
 */
export function shiftedRectifierDual(a: number, covariance: Covariance, mean: number): DualValue {
  const { both, first, second, product } = positiveParts(covariance, mean);
  const { k11, k12, k22 } = covariance;
  const b = 1 - a;
  // E u·max(v, 0) = m·E max(v, 0) + k12·P(v > 0), by Stein's identity.
  const crossed =
    mean * (positiveMean(k11, mean) + positiveMean(k22, mean)) + k12 * (first + second);
  return {
    value: a * a * (k12 + mean * mean) + a * b * crossed + b * b * product,
    slope: a * a + a * b * (first + second) + b * b * both,
  };
}

/** P(u > 0 and v > 0) for normals u and v of mean m. */
export const bothPositive = (covariance: Covariance, mean: number): number =>
  positiveParts(covariance, mean).both;

/** P(u > 0, v > 0), P(u > 0), P(v > 0) and E max(u, 0)·max(v, 0). */
interface PositiveParts {
  readonly both: number;
  readonly first: number;
  readonly second: number;
  readonly product: number;
}

function positiveParts({ k11, k12, k22 }: Covariance, mean: number): PositiveParts {
  const [first, second] = [share(k11, mean), share(k22, mean)];
  if (k11 === 0 || k22 === 0) {
    const product = positiveMean(k11, mean) * positiveMean(k22, mean);
    return { both: first * second, first, second, product };
  }
  const [s1, s2] = [Math.sqrt(k11), Math.sqrt(k22)];
  const [h, k] = [mean / s1, mean / s2];
  const root = Math.sqrt(Math.max(k11 * k22 - k12 * k12, 0));
  // Since both means are the same, Owen's slopes do not depend on it.
  const [a, b] = [ratio(k11 - k12, root), ratio(k22 - k12, root)];
  const both = Math.max(0, 0.5 * (first + second) - owensT(h, a) - owensT(k, b));
  // P(v > 0 | u = 0) and P(u > 0 | v = 0), each times the density of its condition.
  const edges =
    s1 * normalDensity(h) * normalTail(-steep(h, a)) +
    s2 * normalDensity(k) * normalTail(-steep(k, b));
  const corner = root === 0 ? 0 : root * normalDensity(h) * normalDensity(h * a);
  const product = Math.max(0, (mean * mean + k12) * both + mean * edges + corner);
  return { both, first, second, product };
}

const ratio = (rise: number, run: number): number => (rise === 0 ? 0 : rise / run);

const steep = (h: number, a: number): number => (h === 0 ? 0 : h * a);

/** P(u > 0). */
const share = (variance: number, mean: number): number =>
  variance === 0 ? (mean > 0 ? 1 : 0) : normalTail(-mean / Math.sqrt(variance));

/** E max(u, 0). */
function positiveMean(variance: number, mean: number): number {
  if (variance === 0) return Math.max(mean, 0);
  const root = Math.sqrt(variance);
  return mean * normalTail(-mean / root) + root * normalDensity(mean / root);
}
