import type { Initializer } from '../../nn/Initializer.ts';
import { numberIn } from '../../nn/Settings.ts';
import { gaussianLimit } from './gaussianLimit.ts';

/** k incoming weights of each unit are normal and the rest zero, with the variance kept. */
export const sparse: Initializer = {
  id: 'sparse',
  label: 'sparse',
  explain:
    'Each unit listens to k others, chosen at random, with normal weights of variance σ_w²/k; its other weights start at zero.',
  source: 'Martens (2010)',
  params: [
    {
      kind: 'number',
      key: 'k',
      label: 'Weights k',
      default: 15,
      min: 1,
      max: 4096,
      slider: [1, 64],
      integer: true,
      explain: 'How many incoming weights of a unit are not zero; all of them if it has fewer.',
    },
  ],
  unit: (stream, { fanIn, fanOut }, settings) => {
    const result = new Float64Array(fanIn * fanOut);
    const count = Math.min(numberIn(settings, 'k'), fanIn);
    const scale = Math.sqrt(fanIn / count);
    // Any order serves for the next unit's shuffle.
    const places = Int32Array.from({ length: fanIn }, (_, i) => i);
    for (let unit = 0; unit < fanOut; unit++) {
      for (let i = 0; i < count; i++) {
        const j = i + stream.integer(fanIn - i);
        const place = places[j]!;
        places[j] = places[i]!;
        places[i] = place;
        result[place * fanOut + unit] = scale * stream.normal();
      }
    }
    return result;
  },
  gain: (_shape, weightVariance) => weightVariance,
  // Between linear layers only mean squares matter, and they are averaged over many units.
  limit: ({ linearActivation, place }) =>
    linearActivation && place === 'first'
      ? gaussianLimit
      : {
          exists: false,
          reason:
            'Each unit sums k others however wide the layer below is, so its variance stays random and no Gaussian limit exists.',
        },
};
