import type { Initializer } from '../../nn/Initializer.ts';
import { uniformLimit, uniformUnit } from './uniformUnit.ts';

/** Independent uniform weights of the same variance as Gaussian ones. */
export const uniform: Initializer = {
  id: 'uniform',
  label: 'uniform',
  explain: 'Independent weights, uniform on ±√(3σ_w²/fan-in).',
  source: 'variance-matched uniform weights',
  params: [],
  unit: uniformUnit,
  gain: (_shape, weightVariance) => weightVariance,
  limit: uniformLimit,
};
