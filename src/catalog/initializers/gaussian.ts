import { normals } from '../../math/rng.ts';
import type { Initializer } from '../../nn/Initializer.ts';
import { gaussianLimit } from './gaussianLimit.ts';

/** Independent N(0, 1), the initialization of the NTK literature. */
export const gaussian: Initializer = {
  id: 'gaussian',
  label: 'Gaussian',
  explain: 'Independent normal weights of variance σ_w²/fan-in.',
  source: 'Jacot, Gabriel & Hongler (2018)',
  params: [],
  unit: (stream, { fanIn, fanOut }) => normals(stream, fanIn * fanOut),
  gain: (_shape, weightVariance) => weightVariance,
  limit: () => gaussianLimit,
};
