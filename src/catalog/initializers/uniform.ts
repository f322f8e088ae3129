import type { Initializer } from '../../nn/Initializer.ts';
import { numberIn } from '../../nn/Settings.ts';
import { meanLimit, meanParam, shifted } from './meanShift.ts';
import { uniformLimit, uniformUnit } from './uniformUnit.ts';

/** Independent weights, uniform around their mean; at the default range of the same variance as Gaussian ones. */
export const uniform: Initializer = {
  id: 'uniform',
  label: 'uniform',
  explain:
    'Independent weights, uniform within a range, which at √3 gives them variance σ_w²/fan-in.',
  source: 'variance-matched uniform weights',
  params: [
    meanParam,
    {
      kind: 'number',
      key: 'range',
      label: 'Range ±',
      default: Math.sqrt(3),
      min: 0.01,
      max: 100,
      slider: [0.1, 10],
      scale: 'log',
      explain: 'Half the width of the range, in units of √(σ_w²/fan-in).',
    },
  ],
  unit: (stream, shape, settings) => shifted(uniformUnit(stream, shape), settings),
  // Exactly σ_w² at the default.
  gain: (_shape, weightVariance, settings) =>
    weightVariance * (numberIn(settings, 'range') / Math.sqrt(3)) ** 2,
  limit: (facts) => meanLimit(facts.settings) ?? uniformLimit(facts),
};
