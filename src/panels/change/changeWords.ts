import type { Results } from '../../spec/Results.ts';
import { spokenCurve } from '../spokenCurve.ts';
import { joined, networkWords, seedWords } from '../truth.ts';
import { changeArms, type ChangeArm, type ChangeMetric } from './changeArms.ts';

/** What is measured, how often, and what infinite width would show. */
export function changeCaption(results: Results): string {
  const steps = changeArms(results, 'change')
    .map(({ series }) => series.x)
    .reduce((longest, x) => (x.length > longest.length ? x : longest), []);
  const every = steps[1] === undefined ? undefined : steps[1] - (steps[0] ?? 0);
  return joined([
    every === undefined ? '' : `measured every ${every === 1 ? 'step' : `${every} steps`}`,
    results.arms.every(({ limit }) => limit?.exists === true)
      ? 'in the infinite-width limit zero at all times'
      : '',
    networkWords(results),
    seedWords(results, 'mean'),
  ]);
}

/** The main numbers for people who hear the picture. */
export function changeLabel(arms: readonly ChangeArm[], metric: ChangeMetric): string {
  const what =
    metric === 'change'
      ? 'Relative change of the kernel'
      : 'Alignment of the kernel with the target';
  return `${what} over steps. ${arms.map((arm) => spokenCurve(arm, arm.series)).join('. ')}.`;
}
