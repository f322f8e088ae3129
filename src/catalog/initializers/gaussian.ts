import { normals } from '../../math/rng.ts';
import type { Initializer } from '../../nn/Initializer.ts';
import { gaussianLimit } from './gaussianLimit.ts';
import { meanLimit, meanParam, shifted } from './meanShift.ts';

/** Independent N(m, 1), with m = 0 the initialization of the NTK literature. */
export const gaussian: Initializer = {
  id: 'gaussian',
  label: 'Gaussian',
  explain: 'Independent normal weights of variance σ_w²/fan-in.',
  source: 'Jacot, Gabriel & Hongler (2018)',
  params: [meanParam],
  unit: (stream, { fanIn, fanOut }, settings) => shifted(normals(stream, fanIn * fanOut), settings),
  gain: (_shape, weightVariance) => weightVariance,
  limit: ({ settings }) => meanLimit(settings) ?? gaussianLimit,
};
