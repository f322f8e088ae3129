import cos from '@stdlib/math-base-special-cos';
import expm1 from '@stdlib/math-base-special-expm1';
import ln from '@stdlib/math-base-special-ln';
import type { Stream } from '../../math/rng.ts';
import type { Initializer } from '../../nn/Initializer.ts';
import { numberIn } from '../../nn/Settings.ts';
import { independentLimit } from './independentLimit.ts';

/** Independent Student-t weights: of variance one for ν > 2, else as they are. */
export const student: Initializer = {
  id: 'student',
  label: 'Student t',
  explain:
    'Heavy-tailed weights: Student t with ν degrees of freedom, scaled to variance σ_w²/fan-in if ν > 2, else to scale √(σ_w²/fan-in). An extension of ours.',
  source: 'drawn by Bailey (1994)',
  params: [
    {
      kind: 'number',
      key: 'nu',
      label: 'Degrees ν',
      default: 3,
      min: 0.2,
      max: 100,
      slider: [0.5, 100],
      scale: 'log',
      explain: 'Tails fall as |w|^(−ν−1): the variance is infinite up to 2, the kurtosis up to 4.',
    },
  ],
  unit: (stream, { fanIn, fanOut }, settings) => {
    const nu = numberIn(settings, 'nu');
    const scale = nu > 2 ? Math.sqrt((nu - 2) / nu) : 1;
    return Float64Array.from({ length: fanIn * fanOut }, () => scale * drawn(stream, nu));
  },
  gain: (_shape, weightVariance) => weightVariance,
  heavy: true,
  limit: (facts) => {
    const nu = numberIn(facts.settings ?? { nu: 3 }, 'nu');
    if (nu > 2) return independentLimit('Student-t', nu > 4 ? 6 / (nu - 4) : Infinity, facts);
    return {
      exists: false,
      reason:
        'Student-t weights with ν ≤ 2 have infinite variance: their sums keep heavy tails and grow with the width, so no Gaussian limit exists.',
    };
  },
};

/** Student t by the polar method: √(ν(u^{−2/ν} − 1))·cos θ, u and θ uniform (Bailey, 1994). */
function drawn(stream: Stream, nu: number): number {
  const radius = Math.sqrt(nu * expm1((-2 / nu) * ln(1 - stream.uniform())));
  return radius * cos(2 * Math.PI * stream.uniform());
}
