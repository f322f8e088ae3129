import { useMemo } from 'react';
import { meanField, phaseOf, type Phase } from '../../nn/meanField.ts';
import { numberIn } from '../../nn/Settings.ts';
import { formatNumber } from '../../panels/chart/formatNumber.ts';
import type { Arm } from '../../spec/resolve.ts';
import { explainOnApproach } from '../hint.ts';

const words: Readonly<Record<Phase, string>> = {
  ordered: 'ordered phase',
  critical: 'on the critical line',
  chaotic: 'chaotic phase',
};

const explanations: Readonly<Record<Phase, string>> = {
  ordered:
    'χ₁ < 1: with depth, all inputs become alike and gradients vanish (Schoenholz et al., 2017).',
  critical:
    'χ₁ = 1: inputs keep their distances and gradients their size through any depth (Schoenholz et al., 2017).',
  chaotic: 'χ₁ > 1: with depth, near inputs part and gradients explode (Schoenholz et al., 2017).',
};

const ofJumps =
  'χ₁ = ∞: however near two inputs are, a hard threshold tells some of them apart, and no gradient passes it.';

/** Which phase a wide network of this arm is in: "on the critical line: χ₁ = 1.000, q* = 0.0259". */
export function PhaseLine({ arm }: { readonly arm: Arm }) {
  const { entry, settings } = arm.activation;
  const weightVariance = hiddenGain(arm);
  const biasVariance = arm.bias ? arm.biasVariance : 0;
  const field = useMemo(
    () => meanField(entry, settings, weightVariance, biasVariance),
    [entry, settings, weightVariance, biasVariance],
  );
  // Constant weights are no independent draws, so they have no mean field.
  if (arm.initializer.entry.id === 'constant') return null;
  const phase = phaseOf(field);
  const jumps = field.slope === Infinity;
  return (
    <p className="phase" {...explainOnApproach(jumps ? ofJumps : explanations[phase])}>
      {words[phase]}: χ<sub>1</sub> = {jumps ? '∞' : field.slope.toFixed(3)}, q* ={' '}
      {field.variance === Infinity ? 'unbounded' : formatNumber(field.variance, 2)}
    </p>
  );
}

/** σ_w² of a hidden layer with as many units as the one before, as the initializer has it. */
const hiddenGain = ({ initializer, architecture, weightVariance }: Arm): number => {
  const width = 'width' in architecture.settings ? numberIn(architecture.settings, 'width') : 1;
  const { entry, settings } = initializer;
  return entry.gain({ fanIn: width, fanOut: width }, weightVariance, settings);
};
