import type { Stream } from '../../math/rng.ts';
import { erf } from '../../math/erf.ts';
import exp from '@stdlib/math-base-special-exp';
import type { Initializer } from '../../nn/Initializer.ts';
import { numberIn } from '../../nn/Settings.ts';
import { independentLimit } from './independentLimit.ts';

/** Independent normal weights that never exceed c of their standard deviations before the cut. */
export const truncated: Initializer = {
  id: 'truncated',
  label: 'truncated Gaussian',
  explain:
    'Normal weights drawn again wherever they exceed c standard deviations, then scaled up to variance σ_w²/fan-in.',
  source: 'truncated normal weights, as in TensorFlow',
  params: [
    {
      kind: 'number',
      key: 'c',
      label: 'Cut at',
      default: 2,
      min: 0.1,
      max: 5,
      explain:
        'The largest weight, in standard deviations before the cut; small is nearly uniform.',
    },
  ],
  unit: (stream, { fanIn, fanOut }, settings) => {
    const c = numberIn(settings, 'c');
    const scale = 1 / Math.sqrt(moments(c).second);
    return Float64Array.from({ length: fanIn * fanOut }, () => scale * within(stream, c));
  },
  gain: (_shape, weightVariance) => weightVariance,
  limit: (facts) => {
    const { second, fourth } = moments(numberIn(facts.settings ?? { c: 2 }, 'c'));
    return independentLimit('Truncated', fourth / second ** 2 - 3, facts);
  },
};

/** A standard normal number, given that it is at most c in size. */
function within(stream: Stream, c: number): number {
  for (;;) {
    const value = stream.normal();
    if (Math.abs(value) <= c) return value;
  }
}

/** E z² and E z⁴ for z ~ N(0, 1) given |z| ≤ c, by parts. */
function moments(c: number): { readonly second: number; readonly fourth: number } {
  const edge = (c * Math.sqrt(2 / Math.PI) * exp((-c * c) / 2)) / erf(c * Math.SQRT1_2);
  const second = 1 - edge;
  return { second, fourth: 3 * second - c * c * edge };
}
