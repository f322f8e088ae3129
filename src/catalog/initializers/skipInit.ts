import { normals } from '../../math/rng.ts';
import type { Initializer } from '../../nn/Initializer.ts';
import { endsBranch } from './fixedWeights.ts';
import { gaussianLimit } from './gaussianLimit.ts';
import { needsBranches, silentBranches } from './residualNetworks.ts';

/**
 * Gaussian weights but for the last map of each branch, which is zero. De & Smith multiply branches by a trained scalar that
 * starts at zero: the same function at the start, but there the scalars learn first, here those last maps.
 */
export const skipInit: Initializer = {
  id: 'skipinit',
  label: 'SkipInit (zero branches)',
  explain:
    'Residual branches start at zero, by zero weights in their last map, so that every block starts as the identity; all others are Gaussian. The paper has a trained scalar for it, which is the same function at the start.',
  source: 'De & Smith (2020), with zero weights in place of the scalar',
  params: [],
  gain: (_shape, weightVariance) => weightVariance,
  unit: (stream, shape) => {
    const size = shape.fanIn * shape.fanOut;
    return endsBranch(shape) ? new Float64Array(size) : normals(stream, size);
  },
  startsAtZero: endsBranch,
  refusal: ({ architecture }) => needsBranches('SkipInit', architecture),
  limit: ({ place }) =>
    place === 'first' || place === 'readout'
      ? gaussianLimit
      : { exists: true, note: silentBranches },
};
