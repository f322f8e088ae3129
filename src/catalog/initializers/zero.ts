import { sylvester } from '../../math/sylvester.ts';
import type { Initializer, WeightShape } from '../../nn/Initializer.ts';
import { endsBranch, partialIdentity, unitOf } from './fixedWeights.ts';

/**
 * Partial identities, and where a layer widens the Hadamard matrix H_p/√p, p = 2^⌈log₂ out⌉, cut to size; the last map of a
 * residual branch is zero. Of the readout it says the same as of any other map, as its authors' notebook for a perceptron has
 * it; that branches end in zero is from memory of their recipe for residual networks.
 */
export const zero: Initializer = {
  id: 'zero',
  label: 'ZerO',
  explain:
    'Zeros and ones only: the identity as far as a layer’s shape allows, a Hadamard transform where it widens, and zero at the end of residual branches. Nothing is random, biases start at zero, and convolutions have it at their centre.',
  source: 'Zhao, Schäfer & Anandkumar (2022)',
  params: [],
  fixesVariance: true,
  structured: true,
  centreOnly: true,
  gain: () => 1,
  bias: () => 0,
  unit: (_stream, shape) => unitOf(weightsOf(shape), shape),
  limit: () => ({
    exists: false,
    reason:
      'ZerO draws nothing: its weights are the same zeros and ones in every network, so there is no law whose limit a kernel could be.',
  }),
};

function weightsOf(shape: WeightShape): Float64Array {
  const { fanIn, fanOut } = shape;
  if (endsBranch(shape)) return new Float64Array(fanIn * fanOut);
  if (fanOut <= fanIn) return partialIdentity(shape);
  const size = 2 ** Math.ceil(Math.log2(fanOut));
  return Float64Array.from(
    { length: fanIn * fanOut },
    (_, at) => sylvester(Math.floor(at / fanOut), at % fanOut) / Math.sqrt(size),
  );
}
