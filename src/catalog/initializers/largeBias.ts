import { normals } from '../../math/rng.ts';
import type { Initializer } from '../../nn/Initializer.ts';
import { numberIn } from '../../nn/Settings.ts';
import { gaussianLimit } from './gaussianLimit.ts';

/** Gaussian weights, and −B in place of every hidden bias: a unit is active for a share Q(B/√K) of the inputs. */
export const largeBias: Initializer = {
  id: 'large-bias',
  label: 'large bias',
  explain:
    'Gaussian weights of variance σ_w²/fan-in, and every hidden bias starts at −B: few units are active for an input, the fewer the larger B. Biases must be on; they train with σ_b.',
  source: 'Yang, Jiang, Zhang, Liang & Wang (2023)',
  params: [
    {
      kind: 'number',
      key: 'B',
      label: 'Bias B',
      default: 1,
      min: 0,
      max: 3,
      explain: 'Hidden biases start at −B; those of the readout are drawn as usual.',
    },
  ],
  gain: (_shape, weightVariance) => weightVariance,
  unit: (stream, { fanIn, fanOut }) => normals(stream, fanIn * fanOut),
  bias: ({ place }, settings) => (place === 'readout' ? undefined : -numberIn(settings, 'B')),
  limit: () => gaussianLimit,
};
