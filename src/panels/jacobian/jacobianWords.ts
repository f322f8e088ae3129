import type { Results } from '../../spec/Results.ts';
import { formatNumber } from '../chart/formatNumber.ts';
import type { PanelView } from '../Panel.ts';
import { joined, networkWords, seedWords } from '../truth.ts';
import { jacobianArms, type JacobianArm } from './jacobianArms.ts';
import { clause } from '../clause.ts';

/** Isometry of every arm as one number, and of what. */
export function jacobianSubtitle(results: Results, { option }: PanelView): string {
  const arms = jacobianArms(results, option);
  const what = option === 'inputs' ? '∂h/∂x and ∂f/∂x' : jacobianName(arms, option);
  const isometry = isometryWords(arms);
  return isometry === '' ? what : `${what}; isometry ${isometry}`;
}

/** What the singular values are of, mean and variance of their squares beside theory, and why there is none. */
export function jacobianCaption(results: Results, { option }: PanelView): string {
  const arms = jacobianArms(results, option);
  const known = arms.filter(({ measured }) => measured);
  const sample = arms.find(({ result }) => result)?.result?.sample;
  const words = (pick: 'mean' | 'variance'): string =>
    known
      .map(({ letter, measured, predicted }) => {
        const theory = predicted ? ` (theory ${formatNumber(predicted[pick])})` : '';
        return `${letter}${formatNumber(measured![pick])}${theory}`;
      })
      .join(', ');
  const isometry = isometryWords(arms);
  return joined([
    isometry === '' ? '' : `isometry ${isometry}`,
    known.length === 0
      ? ''
      : `s² of ${jacobianName(known, undefined)}: mean ${words('mean')}; variance ${words('variance')}`,
    ...theoryReasons(arms),
    ...arms.flatMap(({ letter, result }) =>
      result?.unknown === undefined ? [] : [letter + result.unknown],
    ),
    option === 'depth' || option === 'inputs'
      ? `median, quartiles (band), least and greatest${option === 'depth' && known.some(({ predicted }) => predicted) ? '; dashed: root mean square of theory' : ''}`
      : '',
    sample === undefined ? 'at step 0' : `at training sample ${sample + 1}, step 0`,
    networkWords(results),
    seedWords(results, 'one'),
  ]);
}

/** The main numbers for people who hear the picture. */
export function jacobianLabel(arms: readonly JacobianArm[], option: string | undefined): string {
  const what =
    option === 'inputs'
      ? 'Singular values of the Jacobians from the inputs, against the layer'
      : option === 'depth'
        ? 'Singular values of the hidden Jacobians, against the layer'
        : 'Histogram of the singular values of the deepest hidden Jacobian';
  const facts = arms.flatMap(({ name, result, deepest, isometry, reason }) => {
    const who = name === '' ? 'The network' : name;
    if (reason !== undefined) return [`${who}: ${reason}`];
    if (!result) return [];
    if (!deepest) return [`${who}: no Jacobian`];
    const [greatest = NaN] = deepest.singular;
    return [
      `${who}: from ${formatNumber(deepest.singular.at(-1) ?? NaN)} to ${formatNumber(greatest)}, isometry ${formatNumber(isometry ?? NaN, 2)}`,
    ];
  });
  return `${what}. ${facts.length === 0 ? 'Nothing yet' : facts.join('. ')}.`;
}

/** "A 0.21, B 0.76": (mean s)²/mean s² of the deepest Jacobians. */
const isometryWords = (arms: readonly JacobianArm[]): string =>
  arms
    .flatMap(({ letter, isometry }) =>
      isometry === undefined ? [] : [letter + formatNumber(isometry, 2)],
    )
    .join(', ');

/** What the deepest Jacobians are of, or those of all layers. */
function jacobianName(arms: readonly JacobianArm[], option: string | undefined): string {
  if (option === 'depth') return '∂hₗ/∂h₁';
  const names = new Set(arms.flatMap(({ called }) => (called === '' ? [] : [called])));
  return names.size === 0 ? '∂h_L/∂h₁' : [...names].join(', ');
}

/** Why theory says nothing, once for all arms of which the same is true. */
function theoryReasons(arms: readonly JacobianArm[]): readonly string[] {
  const reasons = new Map<string, string[]>();
  for (const { letter, result, deepest } of arms) {
    if (!deepest || !result || result.theory.exists || result.hidden.length === 0) continue;
    const { reason } = result.theory;
    reasons.set(reason, [...(reasons.get(reason) ?? []), letter.trim()]);
  }
  return [...reasons].map(([reason, letters]) => {
    const who = letters.join(', ');
    return `${who === '' ? 'no theory' : `no theory for ${who}`}: ${clause(reason)}`;
  });
}
