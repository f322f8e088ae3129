import { haarOrthogonal } from '../../math/haarOrthogonal.ts';
import type { Initializer } from '../../nn/Initializer.ts';
import { numberIn } from '../../nn/Settings.ts';
import { gaussianLimit } from './gaussianLimit.ts';

/**
 * √max(in, out)·Q with Q a corner of a Haar orthogonal matrix, so that entries have variance one and the limit is that of
 * Gaussian weights (Huang, Du & Xu, 2021).
 */
export const orthogonal: Initializer = {
  id: 'orthogonal',
  label: 'orthogonal',
  explain:
    'Random orthogonal matrices Q (Haar) times g·σ_w: every layer keeps angles, and lengths up to that factor, as far as its shape allows.',
  source: 'Huang, Du & Xu (2021)',
  params: [
    {
      kind: 'number',
      key: 'gain',
      label: 'Gain g',
      default: 1,
      min: 0.01,
      max: 100,
      slider: [0.1, 10],
      scale: 'log',
      explain: 'Multiplies every matrix, beside σ_w.',
    },
  ],
  unit: (stream, { fanIn, fanOut }) => {
    const scale = Math.sqrt(Math.max(fanIn, fanOut));
    return haarOrthogonal(fanIn, fanOut, stream).data.map((value) => scale * value);
  },
  gain: (_shape, weightVariance, settings) => numberIn(settings, 'gain') ** 2 * weightVariance,
  joint: true,
  limit: () => gaussianLimit,
};
