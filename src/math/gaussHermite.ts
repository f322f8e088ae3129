import { gaussRule } from './gaussRule.ts';
import type { GaussRule } from './gaussRule.ts';

const rules = new Map<number, GaussRule>();

/**
 * The n-point rule for E f(z), z ~ N(0, 1): the weights sum to 1, and polynomials of degree 2n − 1 are exact.
 * Rules are cached, so treat the arrays as frozen. Throws unless n is an integer in 1…256.
 */
export function gaussHermite(n: number): GaussRule {
  if (!(Number.isInteger(n) && n >= 1 && n <= 256)) {
    throw new RangeError(`Gauss–Hermite takes 1 to 256 nodes, not ${n}`);
  }
  const cached = rules.get(n);
  if (cached) return cached;
  // The Jacobi matrix of the probabilists' Hermite polynomials.
  const rule = gaussRule(
    Float64Array.from({ length: n - 1 }, (_, k) => Math.sqrt(k + 1)),
    1,
  );
  rules.set(n, rule);
  return rule;
}
