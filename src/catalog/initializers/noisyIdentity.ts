import { normals } from '../../math/rng.ts';
import type { Initializer } from '../../nn/Initializer.ts';
import { numberIn } from '../../nn/Settings.ts';

/** The identity, cut or filled with zeros where a map is not square, plus independent noise. */
export const noisyIdentity: Initializer = {
  id: 'noisy-identity',
  label: 'identity + noise',
  explain:
    'The identity matrix, as far as the shape goes, plus normal noise of variance ε²/fan-in; σ_w² is not used. In convolutions at the centre tap.',
  source: 'Le, Jaitly & Hinton (2015) for ε = 0',
  params: [
    {
      kind: 'number',
      key: 'eps',
      label: 'Noise ε',
      default: 0.1,
      min: 0,
      max: 10,
      slider: [0, 2],
      explain: 'The noise beside the identity: 0 leaves the identity alone.',
    },
  ],
  unit: (stream, { fanIn, fanOut }, settings) => {
    const noise = numberIn(settings, 'eps');
    const result = normals(stream, fanIn * fanOut).map((value) => noise * value);
    for (let i = 0; i < Math.min(fanIn, fanOut); i++) result[i * fanOut + i]! += Math.sqrt(fanIn);
    return result;
  },
  gain: () => 1,
  fixesVariance: true,
  structured: true,
  centreOnly: true,
  limit: () => ({
    exists: false,
    reason:
      'The identity hands every unit on to one unit of the next layer, so that its sums do not become Gaussian at any width.',
  }),
};
