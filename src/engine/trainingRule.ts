import type { Stream } from '../math/rng.ts';
import type { Layer } from '../nn/Layer.ts';
import type { Loss } from '../nn/dynamics/Loss.ts';
import { lossOf } from '../nn/dynamics/losses.ts';
import type { Optimizer } from '../nn/Optimizer.ts';
import { mapsOf, trace } from '../nn/trace.ts';
import { optimizers } from '../catalog/optimizers/index.ts';
import { orderStream } from '../spec/layerOf.ts';
import type { Arm, Chosen } from '../spec/resolve.ts';

/** How a network trains, the rate apart. */
export interface TrainingRule {
  readonly loss: Loss;
  readonly optimizer: Chosen<Optimizer>;
  /** Samples in a step; all of them if 0 or not fewer than there are. */
  readonly batch: number;
  /** Where epochs take their orders from; only used with mini-batches. */
  readonly order: Stream;
  /** λ: λ·w is added to the gradient. */
  readonly decay: number;
  /** α: the gradient of the loss is divided by α². */
  readonly outputScale: number;
}

/** The rule of an arm in a run with this seed. */
export const ruleOf = (arm: Arm, seed: number): TrainingRule => ({
  loss: lossOf(arm.loss),
  optimizer: arm.optimizer,
  batch: arm.batch,
  order: orderStream(seed),
  decay: arm.decay,
  outputScale: arm.outputScale,
});

/** Full-batch gradient descent on (1/2n)Σ‖f − y‖². */
export const plainRule: TrainingRule = {
  loss: lossOf('mse'),
  optimizer: { entry: optimizers.get('gd'), settings: {} },
  batch: 0,
  order: orderStream(0),
  decay: 0,
  outputScale: 1,
};

/** Samples that a step looks at, of n. */
export const samplesPerStep = ({ batch }: Pick<TrainingRule, 'batch'>, n: number): number =>
  batch > 0 && batch < n ? batch : n;

/**
 * How fast each array of a network on d inputs trains, relative to η, in the order of its parameters; 0 for those that do not.
 * The loss's 1/α² is no part of it.
 */
export function ratesOf(layer: Layer, inputs: number, outputScale: number): readonly number[] {
  const rates = layer.shapes.map(() => 0);
  for (const { weight, bias, trained, rates: own } of mapsOf(trace(layer, inputs))) {
    // What divides the loss is in the rates of maps, too.
    const whole = outputScale ** 2;
    if (trained.weight) rates[weight] = own ? own.weight * whole : 1;
    if (bias !== undefined && trained.bias) rates[bias] = own ? own.bias * whole : 1;
  }
  // Division and multiplication by α² leave a last digit.
  return rates.map((rate) => (Math.abs(rate - 1) < 1e-12 ? 1 : rate));
}
