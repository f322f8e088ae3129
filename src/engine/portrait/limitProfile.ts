import { matrix, type Matrix } from '../../math/matrix.ts';
import { isZonal } from '../../nn/sphere/isZonal.ts';
import { zonalKernel } from '../../nn/sphere/zonalKernel.ts';
import { limitOf } from '../../spec/limitOf.ts';
import type { Arm } from '../../spec/resolve.ts';
import type { ProfileResult } from '../../spec/Result.ts';
import { blockwiseKernels } from '../blockwiseKernels.ts';
import type { Run, RunArm } from '../Run.ts';
import { firstHalf, inputsAround, turn, type Circle } from './circle.ts';
import { curveByAngle } from './curveByAngle.ts';
import { otherDepths } from './otherDepths.ts';

/** Inputs between which a kernel is averaged that sees more than angles: it can take long. */
const fewAround = 16;

/**
 * The infinite-width NTK of an arm by angle, on the circle on which its networks are looked at, and at other depths where only
 * angles count. Nothing where there is no limit, or where it is zero or not finite.
 */
export async function limitProfile(
  run: Run,
  { arm, layer }: RunArm,
  circle: Circle,
): Promise<ProfileResult | undefined> {
  const zonal = isZonal(layer, run.samples.x.cols);
  const all = turn(inputsAround(zonal));
  const angles = firstHalf(all);
  if (!limitOf(arm, circle(all), run.grid).exists) return undefined;
  if (zonal) {
    const row = zonalKernel(layer, angles);
    const curve = curveByAngle(angles, row, circulant(row));
    return curve && { ...ofLimit(arm), ...curve, depths: await otherDepths(run, arm, angles) };
  }
  const row = await blockwiseKernels(run, layer, circle(angles.slice(0, 1)), circle(angles));
  await run.breathe();
  const inputs = circle(turn(fewAround));
  const around = await blockwiseKernels(run, layer, inputs, inputs);
  const curve = curveByAngle(angles, row.ntk.data, around.ntk);
  return curve && { ...ofLimit(arm), ...curve, depths: [] };
}

const ofLimit = ({ label }: Arm) =>
  ({ kind: 'profile', source: 'limit', arm: label, seed: 0 }) as const;

/** The kernel between even angles all around that depends on their difference alone, from its values at those up to π. */
function circulant(half: Float64Array): Matrix {
  const n = 2 * (half.length - 1);
  const result = matrix(n, n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      const apart = Math.abs(i - j);
      result.data[i * n + j] = half[Math.min(apart, n - apart)]!;
    }
  return result;
}
