import { gaussRule } from './gaussRule.ts';
import type { GaussRule } from './gaussRule.ts';

const rules = new Map<number, GaussRule>();

/**
 * The n-point rule for ∫f over [−1, 1]: the weights sum to 2, and polynomials of degree 2n − 1 are exact. Rules are
 * cached, so treat the arrays as frozen. Throws unless n is an integer in 1…1024.
 */
export function gaussLegendre(n: number): GaussRule {
  if (!(Number.isInteger(n) && n >= 1 && n <= 1024)) {
    throw new RangeError(`Gauss–Legendre takes 1 to 1024 nodes, not ${n}`);
  }
  const cached = rules.get(n);
  if (cached) return cached;
  // The Jacobi matrix of the Legendre polynomials.
  const rule = gaussRule(
    Float64Array.from({ length: n - 1 }, (_, k) => (k + 1) / Math.sqrt((2 * k + 1) * (2 * k + 3))),
    2,
  );
  rules.set(n, rule);
  return rule;
}
