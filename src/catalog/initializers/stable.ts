import cos from '@stdlib/math-base-special-cos';
import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';
import sin from '@stdlib/math-base-special-sin';
import type { Stream } from '../../math/rng.ts';
import type { Initializer } from '../../nn/Initializer.ts';
import { numberIn } from '../../nn/Settings.ts';
import { gaussianLimit } from './gaussianLimit.ts';

/** Symmetric α-stable weights, scaled so that sums over the fan-in keep their scale; N(0, 1) at α = 2. */
export const stable: Initializer = {
  id: 'stable',
  label: 'α-stable',
  explain:
    'Heavy-tailed weights: symmetric α-stable, of infinite variance for α < 2, on the scale σ_w·fan-in^(−1/α) at which sums keep theirs. An extension of ours.',
  source: 'drawn by Chambers, Mallows & Stuck (1976)',
  params: [
    {
      kind: 'number',
      key: 'alpha',
      label: 'Index α',
      default: 1.5,
      min: 0.2,
      max: 2,
      slider: [0.5, 2],
      explain: 'Tails fall as |w|^(−α−1): 2 is Gaussian, 1 the Cauchy law.',
    },
  ],
  unit: (stream, { fanIn, fanOut }, settings) => {
    const alpha = numberIn(settings, 'alpha');
    // At α = 2 the law with characteristic function exp(−|t|^α) has variance two.
    const scale = Math.SQRT1_2 * exp((0.5 - 1 / alpha) * ln(fanIn));
    return Float64Array.from({ length: fanIn * fanOut }, () => scale * symmetric(stream, alpha));
  },
  gain: (_shape, weightVariance) => weightVariance,
  heavy: true,
  limit: ({ settings }) =>
    settings?.alpha === 2
      ? gaussianLimit
      : {
          exists: false,
          reason:
            'Sums of α-stable weights stay α-stable however many there are: wide networks tend to an α-stable process, not to a Gaussian one.',
        },
};

/** A number with characteristic function exp(−|t|^α): one angle and one exponential (Chambers, Mallows & Stuck, 1976). */
function symmetric(stream: Stream, alpha: number): number {
  const angle = Math.PI * (stream.uniform() - 0.5);
  const waited = -ln(1 - stream.uniform());
  // Neither bound has a chance worth naming, and both would give numbers that are not finite.
  if (waited === 0 || angle === -Math.PI / 2) return symmetric(stream, alpha);
  const logCos = ln(cos(angle));
  const power = (1 - alpha) * (ln(cos((1 - alpha) * angle)) - ln(waited)) - logCos;
  return sin(alpha * angle) * exp(power / alpha);
}
