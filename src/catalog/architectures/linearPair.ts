import type { Architecture } from '../../nn/Architecture.ts';
import { serial } from '../../nn/serial.ts';
import { numberIn } from '../../nn/Settings.ts';
import { widthParam } from './sizeParams.ts';
import { trainChoice, mapAt } from './trainChoice.ts';

/**
 * f = x U V with U γ times and V 1/γ times as large as h^{−α}: gradient descent on the weights themselves (standard scaling)
 * keeps the imbalance UᵀU − VVᵀ, which sets how fast it converges.
 */
export const linearPair: Architecture = {
  id: 'linear2',
  label: 'Two linear layers',
  explain:
    'x U V without an activation. In standard scaling with σ_w² = 1 the weights have variance h^−2α, U times γ² and V over γ²: what they differ by is kept by training and sets its pace.',
  source: 'Min, Tarmoun, Vidal & Mallada (2021)',
  followsWidth: true,
  linear: true,
  params: [
    widthParam('Width', 192, 4096, 'Units between the two maps.'),
    {
      kind: 'number',
      key: 'alpha',
      label: 'α',
      default: 0.5,
      min: 0.25,
      max: 1,
      explain: 'Weights have variance h^−2α; 1/2 is the scale of the NTK.',
    },
    {
      kind: 'number',
      key: 'imbalance',
      label: 'Imbalance γ',
      default: 1,
      min: 0.01,
      max: 100,
      slider: [0.1, 10],
      scale: 'log',
      explain: 'U times γ and V over γ compute the same at the start, and learn at another pace.',
    },
    trainChoice('all'),
  ],
  build: (settings, { affine, inputs, outputs, weightVariance }) => {
    const width = numberIn(settings, 'width');
    const share = weightVariance * width ** (-2 * numberIn(settings, 'alpha'));
    const square = numberIn(settings, 'imbalance') ** 2;
    // The variance of a map is over its fan-in: that of a weight is asked for here.
    return serial(
      affine({
        fanIn: inputs,
        fanOut: width,
        weightVariance: inputs * share * square,
        bias: false,
        ...mapAt(settings, 'first'),
      }),
      affine({
        fanIn: width,
        fanOut: outputs,
        weightVariance: (width * share) / square,
        bias: false,
        ...mapAt(settings, 'readout'),
      }),
    );
  },
};
