import { isLinear } from '../nn/dynamics/linearMotion.ts';
import type { Arm } from './resolve.ts';

/** Whether a kernel says how an arm trains, or why not, as a sentence. */
export type Predictable =
  { readonly exists: true } | { readonly exists: false; readonly reason: string };

/**
 * Whether training of an arm's networks can be predicted from their kernel: with any loss and mini-batches, if steps are linear in
 * the gradients and nothing but gradients moves the weights.
 */
export function predictable({ optimizer, decay }: Pick<Arm, 'optimizer' | 'decay'>): Predictable {
  if (!isLinear(optimizer.entry))
    return {
      exists: false,
      reason: `${optimizer.entry.label} divides each weight’s step by the size of its own gradients, which no kernel tells: there is no prediction.`,
    };
  if (decay > 0)
    return {
      exists: false,
      reason:
        'Weight decay pulls weights toward zero and not back to where they started; what that does to outputs, the kernel does not tell: there is no prediction.',
    };
  return { exists: true };
}

/** Whether what is left of training can be predicted from the kernel at a later step. */
export function relinearizable(arm: Pick<Arm, 'optimizer' | 'decay'>): Predictable {
  const whole = predictable(arm);
  if (!whole.exists || arm.optimizer.entry.memory === 0) return whole;
  return {
    exists: false,
    reason: `With ${arm.optimizer.entry.label} the weights are already moving at a later step, which its kernel does not tell: only the start is predicted from.`,
  };
}
