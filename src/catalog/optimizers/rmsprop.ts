import type { Optimizer } from '../../nn/Optimizer.ts';
import { numberIn } from '../../nn/Settings.ts';
import { epsilonParam } from './epsilonParam.ts';

/**
 * m ← ρm + (1 − ρ)g², w ← w − ηg/(√m + ε), with m = 0 at the start, no correction for that, and ε outside the root (Tieleman &
 * Hinton's lecture names neither ε nor where it goes; this is where PyTorch has it).
 */
export const rmsprop: Optimizer = {
  id: 'rmsprop',
  label: 'RMSProp',
  explain: 'Each weight’s gradient is divided by the root of its own recent mean square.',
  source: 'Tieleman & Hinton (2012)',
  adaptive: true,
  params: [
    {
      kind: 'number',
      key: 'rho',
      label: 'ρ',
      default: 0.9,
      min: 0,
      max: 0.9999,
      slider: [0.5, 0.999],
      explain: 'The share of the mean square that is kept from one step to the next.',
    },
    epsilonParam,
  ],
  memory: 1,
  update: (ops, gradient, [before], settings) => {
    const rho = numberIn(settings, 'rho');
    const fresh = ops.scale(ops.multiply(gradient, gradient), 1 - rho);
    const square = before === undefined ? fresh : ops.add(ops.scale(before, rho), fresh);
    const root = ops.shift(ops.sqrt(square), numberIn(settings, 'eps'));
    return { direction: ops.divide(gradient, root), memory: [square] };
  },
};
