import type { Optimizer } from '../../nn/Optimizer.ts';
import { numberIn } from '../../nn/Settings.ts';
import { betaParam } from './betaParam.ts';

/**
 * Polyak's heavy ball, v ← βv + g, w ← w − ηv with v = 0 at the start: the gradient enters whole, not times 1 − β, so that a
 * long run goes 1/(1 − β) times as far as gradient descent does with this η. On a quadratic of curvature h,
 * z² − (1 + β − ηh)z + β = 0 has both roots within the unit circle exactly for ηh < 2(1 + β).
 */
export const momentum: Optimizer = {
  id: 'momentum',
  label: 'momentum',
  explain:
    'The heavy ball: a velocity that keeps β of itself and takes up the gradient; steps are η times the velocity.',
  source: 'Polyak (1964)',
  params: [betaParam],
  memory: 1,
  update: (ops, gradient, [before], settings) => {
    const velocity =
      before === undefined
        ? gradient
        : ops.add(ops.scale(before, numberIn(settings, 'beta')), gradient);
    return { direction: velocity, memory: [velocity] };
  },
  stability: (settings) => 1 + numberIn(settings, 'beta'),
  stabilityWords: '(1 + β)·',
};
