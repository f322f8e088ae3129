import type { Nonlinearity } from './Initializer.ts';
import { plainOps } from './plainOps.ts';

/**
 * The slope a for negative inputs of an activation that is x for positive ones: 0 for ReLU, 1 for a linear network and where
 * there is none, −1 for the absolute value. Undefined for all others. Told from values of both signs and several sizes.
 */
export function rectifierSlope(nonlinearity: Nonlinearity | undefined): number | undefined {
  if (!nonlinearity) return 1;
  const { activation, settings } = nonlinearity;
  const ratio = (x: number): number => activation.f(plainOps, x, settings) / x;
  // 0 rather than −0.
  const slope = ratio(-1) + 0;
  const same = sizes.every(
    (x) => Math.abs(ratio(x) - 1) < rounding && Math.abs(ratio(-x) - slope) < rounding,
  );
  return same ? slope : undefined;
}

const sizes = [1e-3, 0.3, 1, 7, 100];
const rounding = 1e-12;
