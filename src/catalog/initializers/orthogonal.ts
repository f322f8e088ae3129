import { haarOrthogonal } from '../../math/haarOrthogonal.ts';
import type { Initializer } from '../../nn/Initializer.ts';
import { gaussianLimit } from './gaussianLimit.ts';

/**
 * √max(in, out)·Q with Q a corner of a Haar orthogonal matrix, so that entries have variance one and the limit is that of
 * Gaussian weights (Huang, Du & Xu, 2021).
 */
export const orthogonal: Initializer = {
  id: 'orthogonal',
  label: 'orthogonal',
  explain:
    'Random orthogonal matrices (Haar): every layer keeps lengths and angles as far as its shape allows.',
  source: 'Huang, Du & Xu (2021)',
  params: [],
  unit: (stream, { fanIn, fanOut }) => {
    const scale = Math.sqrt(Math.max(fanIn, fanOut));
    return haarOrthogonal(fanIn, fanOut, stream).data.map((value) => scale * value);
  },
  gain: (_shape, weightVariance) => weightVariance,
  joint: true,
  limit: () => gaussianLimit,
};
