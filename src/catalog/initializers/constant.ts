import type { Initializer } from '../../nn/Initializer.ts';
import { numberIn } from '../../nn/Settings.ts';

/** Every trainable weight equal to c: all units of a layer are the same unit, and stay so. */
export const constant: Initializer = {
  id: 'constant',
  label: 'constant',
  explain:
    'Every weight is c. All units of a layer compute the same thing and receive the same gradient, for ever.',
  source: 'the textbook counter-example',
  params: [
    {
      kind: 'number',
      key: 'c',
      label: 'Constant c',
      default: 1,
      min: -10,
      max: 10,
      slider: [-2, 2],
      explain: 'The value of every trainable weight; biases are still drawn with σ_b².',
    },
  ],
  unit: (_stream, { fanIn, fanOut }, settings) =>
    new Float64Array(fanIn * fanOut).fill(numberIn(settings, 'c')),
  gain: (_shape, weightVariance) => weightVariance,
  literal: true,
  structured: true,
  limit: () => ({
    exists: false,
    reason:
      'Constant weights make all units of a layer identical: widening adds copies, not independent units, so no Gaussian limit exists.',
  }),
};
