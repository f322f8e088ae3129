import * as tf from '@tensorflow/tfjs-core';
import { isZonal } from '../../nn/sphere/isZonal.ts';
import type { NetworkRef, ProfileResult } from '../../spec/Result.ts';
import { empiricalNtk } from '../empiricalNtk.ts';
import type { Network } from '../network.ts';
import { survivable } from '../networkFailures.ts';
import { fitsInto } from '../refuseIfTooLarge.ts';
import type { Run, RunArm } from '../Run.ts';
import { firstHalf, inputsAround, turn, type Circle } from './circle.ts';
import { curveByAngle } from './curveByAngle.ts';

/**
 * How many of `most` inputs on the circle (a power of two) there is memory for beside all of a run's networks; 0 where it is
 * hardly any.
 */
function inputsThatFit(
  { samples, grid, shared }: Run,
  arms: readonly RunArm[],
  most: number,
): number {
  const dimensions = { inputs: samples.x.cols, outputs: samples.y.cols, grid };
  const fits = (n: number): boolean =>
    fitsInto(
      arms.map(({ arm }) => arm),
      { n, nTest: 0, form: 'mean', ...dimensions },
      shared.seeds,
    );
  for (let n = most; n >= 16; n /= 2) if (fits(n)) return n;
  return 0;
}

/**
 * The NTK of a network of one of the run's arms (the mean over outputs), by angle on a circle; nothing where it
 * is zero or beyond float32, or where there is no memory for it.
 */
export async function networkProfile(
  run: Run,
  arms: readonly RunArm[],
  { layer }: RunArm,
  ref: NetworkRef,
  network: Network,
  circle: Circle,
): Promise<ProfileResult | undefined> {
  const { samples } = run;
  const count = inputsThatFit(run, arms, inputsAround(isZonal(layer, samples.x.cols)));
  if (count === 0) return undefined;
  const { rows, cols, data } = circle(turn(count));
  const inputs = tf.tensor2d(Float32Array.from(data), [rows, cols]);
  try {
    const theta = await empiricalNtk(network, inputs, {
      outputs: samples.y.cols,
      form: 'mean',
    });
    const angles = firstHalf(turn(count));
    const curve = curveByAngle(angles, theta.data.slice(0, angles.length), theta);
    return curve && { kind: 'profile', ...ref, source: 'network', ...curve, depths: [] };
  } catch (error) {
    survivable(error, ref);
    return undefined;
  } finally {
    inputs.dispose();
  }
}
