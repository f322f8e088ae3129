import type { Layer } from '../../nn/Layer.ts';
import type { Ops } from '../../nn/Ops.ts';

/** The constant factors of one affine map z = weightScale·x·W + biasScale·b; no biasScale where there is no bias. */
export interface AffineScale {
  readonly weightScale: number;
  readonly biasScale?: number;
}

/** The factors of a network's affine maps, in the order of the forward pass, found by running it on nothing. */
export function affineScales(layer: Layer): readonly AffineScale[] {
  const found: AffineScale[] = [];
  const nothing = (): null => null;
  const ops: Ops<null> = {
    add: nothing,
    subtract: nothing,
    multiply: nothing,
    scale: nothing,
    shift: nothing,
    relu: nothing,
    leakyRelu: nothing,
    step: nothing,
    tanh: nothing,
    erf: nothing,
    exp: nothing,
    expm1: nothing,
    sin: nothing,
    cos: nothing,
    sigmoid: nothing,
    softplus: nothing,
    affine: (_x, { bias, weightScale, biasScale }) => {
      found.push(bias === undefined ? { weightScale } : { weightScale, biasScale });
      return null;
    },
  };
  layer.apply(ops, nothing, null);
  return found;
}
