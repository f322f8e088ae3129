import type { Initializer } from '../../nn/Initializer.ts';
import { numberIn } from '../../nn/Settings.ts';
import { uniformLimit, uniformUnit } from './uniformUnit.ts';

/** Uniform weights for networks of sines; ω₀ of sin(ω₀ W x) is within the effective weights here, as in sin(W x). */
export const siren: Initializer = {
  id: 'siren',
  label: 'SIREN',
  explain:
    'Uniform weights for sin networks: first layer ±ω₀/fan-in, hidden ±√(6/fan-in), readout ±√(6/fan-in)/ω₀; σ_w² is not used.',
  source: 'Sitzmann, Martel, Bergman, Lindell & Wetzstein (2020)',
  params: [
    {
      kind: 'number',
      key: 'omega',
      label: 'Frequency ω₀',
      default: 30,
      min: 0.1,
      max: 1000,
      slider: [1, 100],
      scale: 'log',
      explain: 'How fast the first layer’s waves are, for inputs between −1 and 1.',
    },
  ],
  unit: uniformUnit,
  gain: ({ fanIn, place }, _weightVariance, settings) => {
    const square = numberIn(settings, 'omega') ** 2;
    if (place === 'first') return square / (3 * fanIn);
    return place === 'readout' ? 2 / square : 2;
  },
  fixesVariance: true,
  limit: uniformLimit,
};
