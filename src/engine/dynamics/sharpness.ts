import * as tf from '@tensorflow/tfjs-core';
import { lanczos, type Largest } from '../../math/lanczos.ts';
import type { Matrix } from '../../math/matrix.ts';
import { normals, stream } from '../../math/rng.ts';
import { mapsOf, trace } from '../../nn/trace.ts';
import { curvatureStep } from '../curvatureStep.ts';
import { withFixedGates } from '../fixedGates.ts';
import { disposeOf, hessianProduct, type Direction } from '../hessian.ts';
import type { Network } from '../network.ts';
import type { Run } from '../Run.ts';
import { tensorVectors } from '../tensorVectors.ts';
import { ratesOf, type TrainingRule } from '../trainingRule.ts';
import { weightGradients } from '../weightGradients.ts';
import { outputSlope } from '../weightStep.ts';

/** Products with the Hessian, two gradients each, at most. */
const products = 20;

/** Numbers that all vectors of the iteration may take together, and multiplications that all gradients may. */
const mostNumbers = 2 ** 26;
const mostWork = 3e10;

/** An entry on the way takes as long as so many multiplications: products are the quickest of all operations. */
const perEntry = 100;

/**
 * The largest eigenvalue of the Hessian of what training makes small, decay included, in coordinates in which all that trains does so
 * at η: the sharpness, which plain gradient descent bears up to 2/η (Cohen et al., 2021). Kinks of rectifiers count nothing. Undefined
 * where it would take too long. `top` (n×K) are outputs near the first eigenvector of the kernel (`topOutputs`), from whose gradient the
 * iteration starts.
 */
export async function sharpness(
  { batch, samples, breathe, owned }: Pick<Run, 'batch' | 'samples' | 'breathe' | 'owned'>,
  rule: TrainingRule,
  network: Network,
  top: Matrix,
): Promise<Largest | undefined> {
  const [n, inputs] = batch.x.shape;
  const steps = trace(network.layer, inputs);
  const maps = mapsOf(steps);
  const rates = ratesOf(network.layer, inputs, rule.outputScale);
  const places = rates.flatMap((rate, place) => (rate > 0 ? [place] : []));
  const size = places.reduce((sum, place) => sum + network.weights[place]!.size, 0);
  const multiplications = maps.reduce(
    (sum, { positions, fanIn, fanOut }) => sum + positions * fanIn * fanOut,
    0,
  );
  const entries = steps.reduce((sum, { positions, features }) => sum + positions * features, 0);
  const work = 2 * products * 3 * n * (multiplications + perEntry * entries);
  if (size === 0 || size * products > mostNumbers || work > mostWork) return undefined;

  const smooth = withFixedGates(network, batch.x);
  owned.add(smooth);
  const step = curvatureStep(
    maps.map((map) => ({
      fanIn: map.fanIn,
      weightScale: map.weightScale * Math.sqrt(rates[map.weight]! || 1),
    })),
  );
  const fit = {
    x: batch.x,
    y: batch.y,
    slope: (f: tf.Tensor2D): tf.Tensor2D =>
      tf.tidy(() => outputSlope(rule, f, batch.y, { samples: samples.y.rows, eta: 1 })),
  };
  const shapes = network.weights.map(({ shape }) => shape);
  const product = async (v: tf.Tensor1D): Promise<tf.Tensor1D> => {
    await breathe();
    const along = unpacked(v, shapes, rates);
    const image = hessianProduct(smooth, fit, along, step);
    try {
      return packed(image, along, rates, rule.decay);
    } finally {
      disposeOf(along);
      disposeOf(image);
    }
  };
  try {
    const start = await startOf(network, batch.x, { top, rates, size });
    return await lanczos(tensorVectors, product, start, { products });
  } finally {
    owned.delete(smooth);
    smooth.dispose();
  }
}

/** What the start has of gradients of all outputs and of every direction, so that none is overlooked. */
const ofOutputs = 0.2;
const ofAll = 0.05;

/**
 * √r·Jᵀu, near the first eigenvector of the Gauss–Newton part, which most often is all but the Hessian's, with a little of other
 * gradients and of all directions; those alone where the first has no length.
 */
async function startOf(
  network: Network,
  x: tf.Tensor2D,
  {
    top,
    rates,
    size,
  }: { readonly top: Matrix; readonly rates: readonly number[]; readonly size: number },
): Promise<tf.Tensor1D> {
  const source = stream('sharpness');
  const all = tf.tensor1d(
    Float32Array.from({ length: size }, () => (source.sign() * ofAll) / Math.sqrt(size)),
  );
  const others = normals(source.fork('outputs'), top.data.length);
  const outputs = top.data.map((u, p) => u + (ofOutputs * others[p]!) / Math.sqrt(others.length));
  const gradients = weightGradients(network, x, () =>
    tf.tensor2d(Float32Array.from(outputs), [top.rows, top.cols]),
  );
  const first = packed(
    gradients.map((gradient, place) => (rates[place]! > 0 ? gradient : undefined)),
    [],
    rates,
    0,
  );
  tf.dispose([...gradients]);
  const norm = tf.tidy(() => tf.norm(first));
  const [length = NaN] = await norm.data<'float32'>();
  norm.dispose();
  if (!(length > 0 && length < Infinity)) {
    first.dispose();
    return all;
  }
  const start = tf.tidy(() => tf.add<tf.Tensor1D>(tf.mul(first, 1 / length), all));
  tf.dispose([first, all]);
  return start;
}

/** Numbers in a row as one tensor for each array that trains, times the root of its rate. */
function unpacked(
  v: tf.Tensor1D,
  shapes: readonly (readonly number[])[],
  rates: readonly number[],
): Direction {
  let from = 0;
  return shapes.map((shape, place) => {
    const rate = rates[place]!;
    if (rate === 0) return undefined;
    const length = shape.reduce((a, b) => a * b, 1);
    const start = from;
    from += length;
    return tf.tidy(() =>
      tf.mul(tf.reshape(tf.slice(v, start, length), [...shape]), Math.sqrt(rate)),
    );
  });
}

/** √r·(H·d + λ·d) of every array, in a row. */
const packed = (
  image: Direction,
  along: Direction,
  rates: readonly number[],
  decay: number,
): tf.Tensor1D =>
  tf.tidy(() =>
    tf.concat1d(
      image.flatMap((part, place) => {
        if (!part) return [];
        const whole = decay === 0 ? part : tf.add(part, tf.mul(along[place]!, decay));
        return [tf.reshape<tf.Rank.R1>(tf.mul(whole, Math.sqrt(rates[place]!)), [-1])];
      }),
    ),
  );
