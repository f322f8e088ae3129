import { haarOrthogonal } from '../../math/haarOrthogonal.ts';
import { scaled } from '../../math/matrix.ts';
import type { Stream } from '../../math/rng.ts';
import type { Initializer, WeightShape } from '../../nn/Initializer.ts';
import { unitOf } from './fixedWeights.ts';
import { mirroredMap, mirroredReadout, mirroringMap, refusesMirroring } from './mirroredBlocks.ts';

const name = 'Looks-linear';

/** LL(M) with M Haar orthogonal; the first map makes the mirrored pairs and the readout takes their differences. */
export const looksLinear: Initializer = {
  id: 'looks-linear',
  label: 'looks-linear',
  explain:
    'Units in mirrored pairs z, −z with orthogonal maps between them: max(z, 0) − max(−z, 0) = z, so that a ReLU network starts exactly linear, however deep. Biases start at zero; convolutions have it at their centre.',
  source: 'Balduzzi et al. (2017)',
  params: [],
  fixesVariance: true,
  structured: true,
  centreOnly: true,
  whole: {
    first:
      'Only its own first layer makes the mirrored pairs z, −z: with another one the network does not start linear.',
    readout:
      'Only its own readout takes the differences of mirrored pairs: with another one the network does not start linear.',
  },
  gain: () => 1,
  bias: () => 0,
  unit: (stream, shape) => unitOf(weightsOf(shape, stream), shape),
  refusal: (network) => refusesMirroring(name, network),
  limit: () => ({
    exists: false,
    reason:
      'Looks-linear units come in pairs that mirror each other, and are not independent as the Gaussian kernels take them to be.',
  }),
};

function weightsOf(shape: WeightShape, stream: Stream): Float64Array {
  if (shape.place === 'first') return mirroringMap(shape, stream);
  if (shape.place === 'readout') return mirroredReadout(shape, stream);
  const { branch } = shape;
  // What reads the stream itself meets both of a pair, not the one that an activation lets through.
  const share = branch?.map === 0 && !branch.activatedFirst ? 0.5 : 1;
  return mirroredMap(shape, (rows, columns) =>
    scaled(haarOrthogonal(rows, columns, stream), share),
  );
}
