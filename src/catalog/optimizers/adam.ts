import type { Optimizer, VectorOps } from '../../nn/Optimizer.ts';
import { numberIn, type NumberParam } from '../../nn/Settings.ts';
import { epsilonParam } from './epsilonParam.ts';

const decayParam = (key: string, label: string, value: number, what: string): NumberParam => ({
  kind: 'number',
  key,
  label,
  default: value,
  min: 0,
  max: 0.9999,
  slider: [0.5, 0.999],
  explain: `The share of the ${what} that is kept from one step to the next.`,
});

/**
 * m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², w ← w − η·m̂/(√v̂ + ε) with m̂ = m/(1 − β₁ᵗ), v̂ = v/(1 − β₂ᵗ) at step t = 1, 2, …
 * (Kingma & Ba's Algorithm 1; ε is outside the root of the corrected square).
 */
export const adam: Optimizer = {
  id: 'adam',
  label: 'Adam',
  explain:
    'A mean of recent gradients, divided by the root of the mean of their squares, both freed of their start at zero.',
  source: 'Kingma & Ba (2015)',
  adaptive: true,
  params: [
    decayParam('beta1', 'β₁', 0.9, 'mean gradient'),
    decayParam('beta2', 'β₂', 0.999, 'mean square'),
    epsilonParam,
  ],
  memory: 2,
  update: (ops, gradient, [meanBefore, squareBefore], settings, count) => {
    const mean = averaged(ops, meanBefore, gradient, numberIn(settings, 'beta1'));
    const beta2 = numberIn(settings, 'beta2');
    const square = averaged(ops, squareBefore, ops.multiply(gradient, gradient), beta2);
    const root = ops.sqrt(ops.scale(square, 1 / (1 - beta2 ** count)));
    const corrected = ops.scale(mean, 1 / (1 - numberIn(settings, 'beta1') ** count));
    return {
      direction: ops.divide(corrected, ops.shift(root, numberIn(settings, 'eps'))),
      memory: [mean, square],
    };
  },
};

/** β·before + (1 − β)·value, before being zero at the start. */
function averaged<T>(ops: VectorOps<T>, before: T | undefined, value: T, beta: number): T {
  const fresh = ops.scale(value, 1 - beta);
  return before === undefined ? fresh : ops.add(ops.scale(before, beta), fresh);
}
