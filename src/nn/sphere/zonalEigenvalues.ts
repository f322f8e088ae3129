import { zonalRule } from './zonalRule.ts';

/**
 * Eigenvalues μ_0 … μ_last of a zonal kernel on the unit sphere S^{d−1}, d ≥ 2: of f ↦ ∫κ(x·x')f(x') over its uniform measure
 * of mass one, whose eigenfunctions are the spherical harmonics of degree k (Funk–Hecke; in this form Bietti & Bach, 2021):
 *
 *     μ_k = ∫κ(θ)·P_k(cos θ)·sin^{d−2}θ dθ / ∫sin^{d−2}θ dθ,
 *
 * P_k the Legendre polynomial of dimension d with P_k(1) = 1; on the circle (d = 2) that is cos kθ. `kernel` holds κ at
 * the nodes of `zonalRule`. Rounding leaves an absolute error of about 1e-16 times the largest |κ|. Throws on another length, or if
 * d or `last` is not an integer in range.
 */
export function zonalEigenvalues(kernel: Float64Array, d: number, last: number): Float64Array {
  const { nodes, weights } = zonalRule();
  if (kernel.length !== nodes.length)
    throw new RangeError(`a zonal kernel has ${nodes.length} values, not ${kernel.length}`);
  if (!(Number.isInteger(d) && d >= 2 && Number.isInteger(last) && last >= 0))
    throw new RangeError(`no harmonics up to degree ${last} in dimension ${d}`);
  const measure = nodes.map((angle, p) => weights[p]! * Math.sin(angle) ** (d - 2));
  const mass = sum(measure, () => 1);
  const share = measure.map((m, p) => (m * kernel[p]!) / mass);
  const t = nodes.map(Math.cos);
  let before = new Float64Array(t.length);
  let here = new Float64Array(t.length).fill(1);
  return Float64Array.from({ length: last + 1 }, (_, k) => {
    const value = sum(share, (p) => here[p]!);
    const next = here.map((P, p) => nextLegendre(k, d, t[p]!, P, before[p]!));
    before = here;
    here = next;
    return value;
  });
}

/** (k + d − 2)·P_{k+1} = (2k + d − 2)·t·P_k − k·P_{k−1}, and P_1 = t. */
const nextLegendre = (k: number, d: number, t: number, here: number, before: number): number =>
  k === 0 ? t : ((2 * k + d - 2) * t * here - k * before) / (k + d - 2);

/** Σ values·factor, the two ends first towards the middle, so that what is odd about π/2 cancels to the last bit. */
function sum(values: Float64Array, factor: (p: number) => number): number {
  let total = 0;
  const end = values.length - 1;
  for (let p = 0; 2 * p <= end; p++) {
    const q = end - p;
    total += values[p]! * factor(p) + (q > p ? values[q]! * factor(q) : 0);
  }
  return total;
}
