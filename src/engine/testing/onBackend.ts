import * as tf from '@tensorflow/tfjs-core';
import type { Matrix } from '../../math/matrix.ts';
import type { NtkOptions } from '../empiricalNtk.ts';
import { empiricalNtk } from '../empiricalNtk.ts';
import { upload } from '../network.ts';
import type { Drawn } from './networkOfArm.ts';

/** A matrix as a tensor. */
export const tensorOf = ({ rows, cols, data }: Matrix): tf.Tensor2D =>
  tf.tensor2d(Float32Array.from(data), [rows, cols]);

/** The NTK of a drawn network on x as the engine computes it; throws if a tensor is left behind. */
export async function ntkOf(
  { layer, parameters }: Drawn,
  x: Matrix,
  options: NtkOptions,
): Promise<Matrix> {
  const before = tf.memory().numTensors;
  const network = upload(layer, parameters);
  const rows = tensorOf(x);
  const theta = await empiricalNtk(network, rows, options);
  network.dispose();
  rows.dispose();
  const left = tf.memory().numTensors - before;
  if (left !== 0) throw new Error(`${left} tensors were left behind`);
  return theta;
}
