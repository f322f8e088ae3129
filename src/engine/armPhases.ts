import { meanField, phaseOf } from '../nn/meanField.ts';
import { hiddenLaw } from '../spec/hiddenLaw.ts';
import type { Arm } from '../spec/resolve.ts';
import type { PhaseResult } from '../spec/Result.ts';

/** Tells of every arm where its hidden layers settle if wide and deep, where weights are drawn so that a mean field says it. */
export function* armPhases(arms: readonly Arm[]): Generator<PhaseResult> {
  for (const arm of arms) {
    const law = hiddenLaw(arm);
    if (!law.exists) continue;
    const { entry, settings } = arm.activation;
    const field = meanField(entry, settings, law.weightVariance, law.biasVariance);
    yield { kind: 'phase', arm: arm.label, ...field, phase: phaseOf(field) };
  }
}
