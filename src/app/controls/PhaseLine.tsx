import type { Phase } from '../../nn/meanField.ts';
import { formatNumber } from '../../panels/chart/formatNumber.ts';
import type { PhaseResult } from '../../spec/Result.ts';
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

/** Which phase a wide network of an arm is in: "on the critical line: χ₁ = 1.000, q* = 0.0259"; empty until that is known. */
export function PhaseLine({ result }: { readonly result: PhaseResult | undefined }) {
  if (!result) return <p className="phase" />;
  const { phase, slope, variance } = result;
  const jumps = slope === Infinity;
  return (
    <p className="phase" {...explainOnApproach(jumps ? ofJumps : explanations[phase])}>
      {words[phase]}: χ<sub>1</sub> = {jumps ? '∞' : slope.toFixed(3)}, q* ={' '}
      {variance === Infinity ? 'unbounded' : formatNumber(variance, 2)}
    </p>
  );
}
