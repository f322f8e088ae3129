import { stream, type Stream } from '../math/rng.ts';
import { activationLayer } from '../nn/activationLayer.ts';
import { dense } from '../nn/dense.ts';
import type { Layer } from '../nn/Layer.ts';
import type { Arm } from './resolve.ts';

/** The network of an arm for inputs of width `inputs` and `outputs` outputs: finite and infinite width at once. */
export function layerOf(arm: Arm, { inputs, outputs }: { inputs: number; outputs: number }): Layer {
  const {
    architecture,
    activation,
    initializer,
    parameterization,
    weightVariance,
    biasVariance,
    bias,
  } = arm;
  return architecture.entry.build(architecture.settings, {
    inputs,
    outputs,
    activation: activationLayer(activation.entry, activation.settings),
    affine: (shape) =>
      dense({
        ...shape,
        parameterization,
        initializer: initializer.entry,
        initializerSettings: initializer.settings,
        weightVariance,
        biasVariance,
        bias,
      }),
  });
}

/** The stream that samples are drawn from; all arms and networks see the same ones. */
export const dataStream = (seed: number): Stream => stream(seed).fork('data');

/**
 * The stream that network `place` of every arm draws its weights from. Arms share it (common random numbers): two arms
 * that differ in a rate start from the same weights, and what is compared is the setting, not the luck of the draw.
 */
export const weightStream = (seed: number, place: number): Stream =>
  stream(seed).fork('network').fork(String(place));
