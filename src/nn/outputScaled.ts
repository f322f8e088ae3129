import { scaled } from '../math/matrix.ts';
import { ofSameInputs } from './KernelState.ts';
import type { Layer } from './Layer.ts';
import type { Ops } from './Ops.ts';

/**
 * h = α·f, trained on a loss that is divided by α² (Chizat, Oyallon & Bach, 2019), so that time stays comparable:
 * ḣ = −η·c·(⟨∇h, ∇h⟩/α²)·ℓ′(h). What is called its NTK, here and in all that follows, is that ⟨∇h, ∇h⟩/α², which is the NTK of
 * f: affine maps carry 1/α² in their rates. The covariance of outputs at the start is α² times that of f.
 */
export const outputScaled = (layer: Layer, alpha: number): Layer => ({
  shapes: layer.shapes,
  ...(layer.pairs !== undefined && { pairs: layer.pairs }),
  draw: (stream) => layer.draw(stream),
  apply: (ops, next, x) => ops.scale(layer.apply(paced(ops, alpha ** -2), next, x), alpha),
  kernel: (state) => {
    const own = layer.kernel(state);
    const square = (values: Float64Array): Float64Array => values.map((k) => alpha ** 2 * k);
    const rowVariance = square(own.rowVariance);
    return {
      ...own,
      nngp: scaled(own.nngp, alpha ** 2),
      rowVariance,
      columnVariance: ofSameInputs(own) ? rowVariance : square(own.columnVariance),
      ...(own.mean !== undefined && { mean: alpha * own.mean }),
    };
  },
});

/** The same operations, with the rates of affine maps multiplied by a factor. */
const paced = <T>(ops: Ops<T>, factor: number): Ops<T> => ({
  ...ops,
  affine: (x, weights) => {
    const { weight, bias } = weights.rates ?? { weight: 1, bias: 1 };
    return ops.affine(x, { ...weights, rates: { weight: factor * weight, bias: factor * bias } });
  },
});
