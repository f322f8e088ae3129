import { normals, type Stream } from '../math/rng.ts';
import type { DenseOptions } from './dense.ts';

/** How the biases of an affine map start, and how they train. */
export interface StartingBias {
  /** As trained; the effective bias is `scale` times this. */
  readonly draw: (stream: Stream) => Float64Array;
  readonly scale: number;
  /** False where it has no factor to train with: its variance is zero, in NTK parameterization. */
  readonly trains: boolean;
  /** What random biases add to the NNGP kernel. */
  readonly variance: number;
  /** What fixed ones add to the mean of every unit. */
  readonly mean: number;
  /** What training them adds to the NTK. */
  readonly own: number;
}

/**
 * The biases of a dense layer, or undefined if it has none: N(0, σ_b²), or the value that the initializer says. In NTK
 * parameterization random ones of variance zero have no effect and are left out, and so is a fixed one of zero.
 */
export function startingBias(options: DenseOptions): StartingBias | undefined {
  const { fanOut, initializer, initializerSettings, biasVariance } = options;
  if (!options.bias) return undefined;
  const ntk = options.parameterization === 'ntk';
  const start = initializer.bias?.(options, initializerSettings);
  if (ntk && biasVariance === 0 && !start) return undefined;
  const spread = Math.sqrt(biasVariance);
  const trains = !ntk || biasVariance > 0;
  const scale = ntk && trains ? spread : 1;
  const own = trains ? scale * scale : 0;
  if (start === undefined) {
    const draw = (stream: Stream): Float64Array =>
      normals(stream, fanOut).map((z) => (ntk ? z : z * spread));
    return { draw, scale, trains, variance: biasVariance, mean: 0, own };
  }
  const draw = (): Float64Array => new Float64Array(fanOut).fill(start / scale);
  return { draw, scale, trains, variance: 0, mean: start, own };
}
