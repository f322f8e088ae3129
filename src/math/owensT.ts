import { gaussLegendre } from './gaussLegendre.ts';
import { normalTail } from './normalTail.ts';

/**
 * T(h, a) = (1/2π)·∫₀^a exp(−h²(1 + x²)/2)/(1 + x²) dx: P(X > h and 0 < Y < aX) for independent standard normals (Owen,
 * 1956). For |a| > 1 by its reflection, a = ±∞ included; where nothing is left of the integrand it is cut off.
 */
export function owensT(h: number, a: number): number {
  if (a < 0) return -owensT(h, -a);
  const height = Math.abs(h);
  if (a <= 1) return integral(height, a);
  if (height === 0) return Math.atan(a) / (2 * Math.PI);
  const [near, far] = [normalTail(height), normalTail(a * height)];
  return 0.5 * (near + far) - near * far - integral(a * height, 1 / a);
}

/** For a ≤ 1. */
function integral(h: number, a: number): number {
  const scale = Math.exp(-0.5 * h * h) / (2 * Math.PI);
  if (a === 0 || scale === 0) return 0;
  const half = 0.5 * Math.min(a, reach / h);
  const { nodes, weights } = gaussLegendre(h * half < 1 ? few : many);
  let sum = 0;
  for (let k = 0; k < nodes.length; k++) {
    const square = (half * (1 + nodes[k]!)) ** 2;
    sum += (weights[k]! * Math.exp(-0.5 * h * h * square)) / (1 + square);
  }
  return scale * half * sum;
}

/** exp(−reach²/2) is below what rounding leaves. */
const reach = 8.6;
const few = 16;
const many = 36;
