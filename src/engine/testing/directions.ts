import * as tf from '@tensorflow/tfjs-core';
import { normals, stream } from '../../math/rng.ts';
import type { Samples } from '../../nn/Dataset.ts';
import { mapsOf, trace } from '../../nn/trace.ts';
import { curvatureStep } from '../curvatureStep.ts';
import type { Direction } from '../hessian.ts';
import { upload, type Network } from '../network.ts';
import { uploadBatch, type Batch } from '../training.ts';
import type { Drawn } from './networkOfArm.ts';
import { tensorCount } from './tensorCount.ts';

/** A direction of numbers that follow the parameters in order, or of those of the array at `only` alone. */
export const asDirection = ({ parameters }: Drawn, v: Float64Array, only?: number): Direction => {
  let before = 0;
  return parameters.map(({ values, shape }, place) => {
    const part = v.subarray(before, (before += values.length));
    if (only !== undefined && only !== place) return undefined;
    return tf.tensor(Float32Array.from(part), [...shape]);
  });
};

/** All numbers of a direction, in order. */
export async function numbersOf(direction: Direction): Promise<Float64Array> {
  const parts: Float32Array[] = [];
  for (const part of direction) if (part) parts.push(await part.data<'float32'>());
  return Float64Array.from(parts.flatMap((part) => Array.from(part)));
}

/** A unit vector of numbers that float32 holds. */
export function unit(size: number): Float64Array {
  const v = normals(stream('unit'), size);
  const norm = Math.hypot(...v);
  return v.map((value) => Math.fround(value / norm));
}

/** ‖a − b‖/‖b‖. */
export const distance = (a: Float64Array, b: Float64Array): number =>
  Math.hypot(...a.map((value, k) => value - b[k]!)) / Math.hypot(...b);

/** Does something with a network and its samples on the backend; throws if a tensor is left behind. */
export async function withNetwork<T>(
  { layer, parameters }: Drawn,
  samples: Samples,
  use: (network: Network, batch: Batch, step: number) => Promise<T>,
): Promise<T> {
  const before = tensorCount();
  const network = upload(layer, parameters);
  const batch = uploadBatch(samples);
  const result = await use(network, batch, curvatureStep(mapsOf(trace(layer, samples.x.cols))));
  network.dispose();
  batch.dispose();
  if (tensorCount() !== before) throw new Error(`${tensorCount() - before} tensors are left`);
  return result;
}
