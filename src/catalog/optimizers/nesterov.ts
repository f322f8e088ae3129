import type { Optimizer } from '../../nn/Optimizer.ts';
import { numberIn } from '../../nn/Settings.ts';
import { betaParam } from './betaParam.ts';

/**
 * Nesterov's momentum as Sutskever et al. (2013) write it: u ← βu − η∇L(θ + βu), θ ← θ + u. The weights kept here are the
 * points w = θ + βu at which gradients are taken, so that with v = −u/η it reads v ← βv + g(w), w ← w − η(g + βv), the same
 * sequence for a constant η. On a quadratic of curvature h, z² − (1 + β)(1 − ηh)z + β(1 − ηh) = 0 leaves the unit circle at
 * z = −1, where ηh = 2(1 + β)/(1 + 2β): less than gradient descent allows.
 */
export const nesterov: Optimizer = {
  id: 'nesterov',
  label: 'Nesterov momentum',
  explain: 'Momentum whose gradient is taken where the velocity is about to lead.',
  source: 'Nesterov (1983); Sutskever, Martens, Dahl & Hinton (2013)',
  params: [betaParam],
  memory: 1,
  update: (ops, gradient, [before], settings) => {
    const beta = numberIn(settings, 'beta');
    const velocity = before === undefined ? gradient : ops.add(ops.scale(before, beta), gradient);
    return { direction: ops.add(gradient, ops.scale(velocity, beta)), memory: [velocity] };
  },
  stability: (settings) => {
    const beta = numberIn(settings, 'beta');
    return (1 + beta) / (1 + 2 * beta);
  },
  stabilityWords: '(1 + β)/(1 + 2β)·',
};
