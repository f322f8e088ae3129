import { normals } from '../../math/rng.ts';
import type { Initializer } from '../../nn/Initializer.ts';
import { rectifierSlope } from '../../nn/rectifierSlope.ts';
import { numberIn, wordIn } from '../../nn/Settings.ts';
import { fractionalVariance, type FractionalRule } from './fractionalVariance.ts';

/** Normal weights whose variance keeps the s-th moment of norms from layer to layer. */
export const fractional: Initializer = {
  id: 'fractional',
  label: 'fractional moment',
  explain:
    'Normal weights a little wider than He’s, so that layers keep E‖x‖^s, s ≤ 2, and fewer outputs vanish; σ_w² is not used.',
  source: 'Gürbüzbalaban & Hu (2021)',
  params: [
    {
      kind: 'number',
      key: 's',
      label: 'Moment s',
      default: 1,
      min: 0.05,
      max: 2,
      explain: 'Which moment of the norm is kept: 2 is He’s or LeCun’s variance.',
    },
    {
      kind: 'choice',
      key: 'rule',
      label: 'Variance',
      default: 'exact',
      options: [
        { value: 'exact', label: 'exact' },
        { value: 'expansion', label: 'authors’ expansion' },
        { value: 'walk', label: 'random walk' },
      ],
      explain:
        'Exact at every width, the authors’ expansion in 1/fan-in, or the random-walk rule, which keeps E log‖x‖ and ignores s.',
    },
  ],
  unit: (stream, { fanIn, fanOut }) => normals(stream, fanIn * fanOut),
  // Where φ is none of the known ones, the network has been refused.
  gain: ({ fanIn, nonlinearity }, _weightVariance, settings) =>
    fanIn *
    fractionalVariance(
      wordIn(settings, 'rule') as FractionalRule,
      fanIn,
      rectifierSlope(nonlinearity) ?? 1,
      numberIn(settings, 's'),
    ),
  refusal: ({ nonlinearity }, settings) => {
    const { label } = nonlinearity.activation;
    const slope = rectifierSlope(nonlinearity);
    if (slope === undefined)
      return `Fractional-moment weights are known for linear, ReLU and leaky ReLU networks, not for ${label}. Choose one of these activations, or other weights.`;
    const size = Math.abs(slope);
    if (size === 0 || size === 1) return undefined;
    const rule = wordIn(settings, 'rule');
    if (rule === 'walk')
      return `The random-walk variance is known for linear and ReLU networks, not for ${label} of slope ${slope}. Choose the exact variance, or ReLU.`;
    if (rule === 'expansion' && size > largestSlope)
      return `The authors’ expansion holds for small slopes of leaky ReLU, up to about ${largestSlope}, not for ${slope}. Choose the exact variance, or a smaller slope.`;
    return undefined;
  },
  fixesVariance: true,
  limit: () => ({
    exists: true,
    note: 'the weights’ variance is that of this width; what it adds to He’s vanishes as the width grows',
  }),
};

/** Beyond it what the expansion leaves out is of the size of its correction. */
const largestSlope = 0.5;
