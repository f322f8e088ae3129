import { normals } from '../../math/rng.ts';
import type { Initializer, WeightShape } from '../../nn/Initializer.ts';
import { endsBranch } from './fixedWeights.ts';
import { gaussianLimit } from './gaussianLimit.ts';
import { needsBranches, silentBranches } from './residualNetworks.ts';

const silent = (shape: WeightShape): boolean => endsBranch(shape) || shape.place === 'readout';

/**
 * He's variance, in branches of m maps and networks of L blocks times L^{−1/(m−1)}, so weights times L^{−1/(2m−2)}; the last map
 * of each branch and the readout zero. Without the scalar multipliers and biases of the paper, which start as if they were not
 * there.
 */
export const fixup: Initializer = {
  id: 'fixup',
  label: 'Fixup',
  explain:
    'Residual branches end in zero weights, and so does the network; other weights have He’s variance, smaller in branches the deeper the network is. Scalar multipliers are left out; biases start at zero.',
  source: 'Zhang, Dauphin & Ma (2019)',
  params: [],
  fixesVariance: true,
  gain: ({ branch }) =>
    branch && branch.maps > 1 ? 2 * branch.blocks ** (-1 / (branch.maps - 1)) : 2,
  bias: () => 0,
  unit: (stream, shape) => {
    const size = shape.fanIn * shape.fanOut;
    return silent(shape) ? new Float64Array(size) : normals(stream, size);
  },
  startsAtZero: silent,
  refusal: ({ architecture }) => needsBranches('Fixup', architecture),
  limit: ({ place }) => {
    if (place === 'first') return gaussianLimit;
    return { exists: true, note: place === 'inner' ? silentBranches : silentReadout };
  },
};

const silentReadout =
  'the readout starts at zero, so f_0 = 0 and Θ_0 is the readout’s part alone; in the limit no other layer learns';
