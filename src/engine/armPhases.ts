import { meanField, phaseOf } from '../nn/meanField.ts';
import { numberIn } from '../nn/Settings.ts';
import type { Arm } from '../spec/resolve.ts';
import type { Results } from './Run.ts';

/** Tells of every arm where its hidden layers settle if wide and deep, where weights are drawn so that a mean field says it. */
export async function* armPhases(arms: readonly Arm[]): Results {
  for (const arm of arms) {
    const hidden = hiddenLaw(arm);
    if (!hidden) continue;
    const { entry, settings } = arm.activation;
    const field = meanField(entry, settings, hidden.weightVariance, hidden.biasVariance);
    yield { kind: 'phase', arm: arm.label, ...field, phase: phaseOf(field) };
  }
}

/** σ_w² and σ_b² of a hidden layer with as many units as the one before; undefined where sums over it are not Gaussian. */
function hiddenLaw(
  arm: Arm,
): { readonly weightVariance: number; readonly biasVariance: number } | undefined {
  const { initializer, architecture, activation, weightVariance, biasVariance, bias } = arm;
  const { entry, settings } = initializer;
  const width = 'width' in architecture.settings ? numberIn(architecture.settings, 'width') : 1;
  const nonlinearity = { activation: activation.entry, settings: activation.settings };
  const shape = { fanIn: width, fanOut: width, place: 'inner', nonlinearity } as const;
  const limit = entry.limit({
    inputConcentration: 1 / width,
    linearActivation: activation.entry.linear === true,
    inputs: width,
    settings,
    place: 'inner',
    nonlinearity,
    architecture: architecture.entry.id,
  });
  // Biases of their own shift the sums.
  if (!limit.exists || entry.bias?.(shape, settings) !== undefined) return undefined;
  return {
    weightVariance: entry.gain(shape, weightVariance, settings),
    biasVariance: bias ? biasVariance : 0,
  };
}
