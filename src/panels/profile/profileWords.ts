import type { Results } from '../../spec/Results.ts';
import { formatNumber } from '../chart/formatNumber.ts';
import { joined, networkWords, seedWords } from '../truth.ts';
import { profileArms, type ProfileArm } from './profileArms.ts';

/** How spiky the kernels are, where inputs lie, and what is drawn how. */
export function profileCaption(results: Results): string {
  const arms = profileArms(results);
  const depths = [...new Set(arms.flatMap((arm) => arm.depths.map(({ depth }) => depth)))];
  return joined([
    spikinessWords(arms),
    ...results.arms.flatMap(({ label, limit }) =>
      limit?.exists === false
        ? [`${results.arms.length > 1 ? `${label} has ` : ''}no limit: ${limit.reason}`]
        : [],
    ),
    'at step 0, on a great circle |x|² = d of input space, from one fixed x',
    'Θ∞ dashed',
    depths.length === 0 ? '' : `depths, as thin lines: ${depths.sort((a, b) => a - b).join(', ')}`,
    networkWords(results),
    seedWords(results, 'mean'),
  ]);
}

/** The main numbers for people who hear the picture. */
export function profileLabel(arms: readonly ProfileArm[]): string {
  const facts = arms
    .filter(({ network, limit }) => network.x.length > 0 || limit.x.length > 0)
    .map(({ name, network, limit, spikiness, limitSpikiness }) => {
      const who = name === '' ? 'The network' : name;
      const [series, value] = network.x.length > 0 ? [network, spikiness] : [limit, limitSpikiness];
      return `${who}: ${formatNumber(series.mean.at(-1) ?? NaN)} at 180 degrees, spikiness ${formatNumber(value, 2)}`;
    });
  return `Kernel against the angle between two inputs, 1 at angle 0. ${facts.length === 0 ? 'Nothing yet' : facts.join('. ')}.`;
}

/** "spikiness A 1.9 (Θ∞ 1.8), B 2 (Θ∞ 2), 1 for cos θ". */
export function spikinessWords(arms: readonly ProfileArm[]): string {
  const words = arms
    .filter(({ spikiness, limitSpikiness }) => !Number.isNaN(spikiness) || limitSpikiness > 0)
    .map(({ letter, spikiness, limitSpikiness }) => {
      const limit = Number.isNaN(limitSpikiness) ? '' : ` (Θ∞ ${formatNumber(limitSpikiness, 3)})`;
      return `${letter}${formatNumber(spikiness, 3)}${limit}`;
    });
  return words.length === 0 ? '' : `spikiness ${words.join(', ')}; 1 for cos θ`;
}
