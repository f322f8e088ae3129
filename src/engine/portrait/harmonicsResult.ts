import { isZonal } from '../../nn/sphere/isZonal.ts';
import { zonalEigenvalues } from '../../nn/sphere/zonalEigenvalues.ts';
import { zonalKernel } from '../../nn/sphere/zonalKernel.ts';
import { zonalRule } from '../../nn/sphere/zonalRule.ts';
import { limitOf } from '../../spec/limitOf.ts';
import type { HarmonicsResult } from '../../spec/Result.ts';
import type { Run, RunArm } from '../Run.ts';
import { inputsAround, turn, type Circle } from './circle.ts';

/** Dimensions d of the spheres S^{d−1}: the circle, and three more. */
const dimensions = [2, 3, 4, 5] as const;
const lastDegree = 80;

/**
 * Eigenvalues of an arm's infinite-width NTK on spheres of several dimensions, over its value at angle 0. The kernel is a
 * function of the angle, found once for the arm's own number of inputs; in NTK parameterization it is the same in every
 * dimension, while factors that follow the number of inputs (standard parameterization, Glorot) are the arm's own.
 */
export function harmonicsResult(
  { samples, grid }: Run,
  { arm, layer }: RunArm,
  circle: Circle | undefined,
): HarmonicsResult {
  const none = (reason: string): HarmonicsResult => ({
    kind: 'harmonics',
    arm: arm.label,
    exists: false,
    reason,
  });
  const zonal = isZonal(layer, samples.x.cols);
  const limit = limitOf(arm, circle?.(turn(inputsAround(zonal))) ?? samples.x, grid);
  if (!limit.exists) return none(limit.reason);
  if (!zonal) return none(notZonal);
  const kernel = zonalKernel(layer, Float64Array.of(0, ...zonalRule().nodes));
  if (!kernel.every(Number.isFinite)) return none(notFinite);
  const top = kernel[0]!;
  if (!(top > 0)) return none(zero);
  const shares = kernel.slice(1).map((value) => value / top);
  return {
    kind: 'harmonics',
    arm: arm.label,
    exists: true,
    spheres: dimensions.map((d) => ({ d, eigenvalues: zonalEigenvalues(shares, d, lastDegree) })),
  };
}

const notZonal =
  'The kernel of this network depends on where the numbers of an input stand, not on lengths and angles alone, so that spherical harmonics are not its eigenfunctions.';
const notFinite =
  'The infinite-width kernel of so many layers with these variances is beyond what float64 holds.';
const zero = 'The infinite-width kernel is zero: there is nothing to take apart.';
