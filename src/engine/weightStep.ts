import * as tf from '@tensorflow/tfjs-core';
import { tfLossOps } from './ops/tfLossOps.ts';
import { tfVectorOps } from './ops/tfVectorOps.ts';
import type { TrainingRule } from './trainingRule.ts';

/** What training changes: weights, and what the optimizer remembers for each of them, an empty list before the first step. */
export interface Moving {
  readonly weights: readonly tf.Tensor[];
  readonly memory: readonly (readonly tf.Tensor[])[];
}

/** η, or one for each network of a stack: S×1×1. */
export type Eta = number | tf.Tensor;

/** One step: its number from 1, the rate η, and each array's own rate relative to η (0 for what does not train). */
export interface StepOf {
  readonly count: number;
  readonly eta: Eta;
  readonly rates: readonly number[];
}

/**
 * Whether η may be multiplied into the derivative by the outputs, which is the smallest array there is: "gradients" then are
 * the steps themselves.
 */
const takesRateEarly = ({ optimizer }: TrainingRule): boolean =>
  optimizer.entry.memory === 0 && !optimizer.entry.adaptive;

/** The derivative of the loss over α² by outputs f for targets y (the last axis is K), ready for `weightStep`; meant for a tidy. */
export function outputSlope<T extends tf.Tensor>(
  rule: TrainingRule,
  f: T,
  y: tf.Tensor,
  { samples, eta }: { readonly samples: number; readonly eta: Eta },
): T {
  const factor = rule.loss.normalization(samples) / rule.outputScale ** 2;
  const slope = rule.loss.slope<tf.Tensor>(tfLossOps, f, y);
  return tf.mul<T>(slope, takesRateEarly(rule) ? times(eta, factor) : factor);
}

/**
 * Weights and memory after a step along `gradients`, which are those of `outputSlope`; all are new tensors, and what is given
 * stays the caller's. Arrays may have further axes in front: rules act entry by entry.
 */
export function weightStep(
  rule: TrainingRule,
  { weights, memory }: Moving,
  gradients: readonly tf.Tensor[],
  { count, eta, rates }: StepOf,
): Moving {
  const moved = weights.map((weight, place) => {
    const [gradient, before = [], rate = 0] = [gradients[place]!, memory[place], rates[place]];
    if (rate === 0) return { weight: tf.clone(weight), memory: [] };
    return takesRateEarly(rule)
      ? { weight: descended(rule, weight, gradient, { eta, rate }), memory: [] }
      : tf.tidy(() => {
          const { entry, settings } = rule.optimizer;
          const whole = rule.decay === 0 ? gradient : tf.add(gradient, tf.mul(weight, rule.decay));
          const update = entry.update(tfVectorOps, whole, before, settings, count);
          return {
            weight: tf.sub(weight, tf.mul(update.direction, times(eta, rate))),
            // What is remembered may be the gradient itself, which is not ours to keep.
            memory: update.memory.map((each) => tf.clone(each)),
          };
        });
  });
  return { weights: moved.map(({ weight }) => weight), memory: moved.map((each) => each.memory) };
}

/** w·(1 − ηrλ) − r·step. */
const descended = (
  { decay }: TrainingRule,
  weight: tf.Tensor,
  step: tf.Tensor,
  { eta, rate }: { readonly eta: Eta; readonly rate: number },
): tf.Tensor =>
  tf.tidy(() => {
    const kept = decay === 0 ? weight : tf.mul(weight, rest(times(eta, rate * decay)));
    return tf.sub(kept, rate === 1 ? step : tf.mul(step, rate));
  });

/** Factors stay plain numbers, in float64, where the rate is one. */
const times = (eta: Eta, factor: number): Eta =>
  typeof eta === 'number' ? eta * factor : factor === 1 ? eta : tf.mul(eta, factor);

const rest = (share: Eta): Eta => (typeof share === 'number' ? 1 - share : tf.sub(1, share));
