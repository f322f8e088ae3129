import type { Results } from '../../spec/Results.ts';
import { formatNumber } from '../chart/formatNumber.ts';
import { joined, networkWords, seedWords } from '../truth.ts';
import { changeArms, type ChangeArm, type ChangeMetric } from './changeArms.ts';

/** What is measured, how often, and what infinite width would show. */
export function changeCaption(results: Results): string {
  const steps = changeArms(results, 'change')[0]?.series.x ?? [];
  const every = steps[1] === undefined ? undefined : steps[1] - (steps[0] ?? 0);
  return joined([
    'Frobenius norms',
    every === undefined ? '' : `measured every ${every === 1 ? 'step' : `${every} steps`}`,
    'at infinite width in NTK scaling the kernel stands still and this line is zero',
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
  const facts = arms.map(({ name, series, failure }) => {
    const last = series.mean.at(-1);
    if (last === undefined) return `${name}: ${failure ?? 'nothing yet'}`;
    return `${name}: ${formatNumber(series.mean[0] ?? NaN)} at first, ${formatNumber(last)} at step ${series.x.at(-1) ?? 0}${failure === undefined ? '' : `, ${failure}`}`;
  });
  return `${what} over steps. ${facts.join('. ')}.`;
}
