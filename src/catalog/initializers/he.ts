import type { WeightShape } from '../../nn/Initializer.ts';
import { meanSquaresOf } from '../../nn/meanSquares.ts';
import { numberIn, wordIn, type Settings } from '../../nn/Settings.ts';
import { fanScheme } from './fanSchemes.ts';

/** Fan × variance that keeps mean squares through the activation that is asked for: 1/E φ(z)², z ~ N(0, 1). */
function factor({ nonlinearity }: WeightShape, settings: Settings): number {
  const kept = wordIn(settings, 'for');
  if (kept === 'relu') return 2;
  if (kept === 'leaky') return 2 / (1 + numberIn(settings, 'slope') ** 2);
  if (!nonlinearity) return 1;
  return 1 / meanSquaresOf(nonlinearity.activation, nonlinearity.settings).value(1);
}

/** Variance 2/fan-in: keeps the mean square of ReLU activations, or of others with the factor that they need. */
export const [heNormal, heUniform] = fanScheme({
  id: 'he',
  name: 'He',
  rule: '2/fan-in, which keeps signals through ReLU',
  source: 'He, Zhang, Ren & Sun (2015)',
  fan: 'in',
  params: [
    {
      kind: 'choice',
      key: 'for',
      label: 'Made for',
      default: 'relu',
      options: [
        { value: 'relu', label: 'ReLU' },
        { value: 'leaky', label: 'leaky ReLU' },
        { value: 'activation', label: 'the activation used' },
      ],
      explain:
        'The factor in place of 2: 2/(1 + a²) for leaky ReLU, 1/E φ(z)² with z ~ N(0, 1) for any activation φ.',
    },
    {
      kind: 'number',
      key: 'slope',
      label: 'Slope a',
      default: 0.1,
      min: -1,
      max: 1,
      explain: 'The slope for negative inputs if made for leaky ReLU.',
    },
  ],
  factor,
});
