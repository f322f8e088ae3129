import type { Results } from '../../spec/Results.ts';
import { cached } from '../cached.ts';
import { formatNumber, formatPercent } from '../chart/formatNumber.ts';
import type { PanelView } from '../Panel.ts';
import { joined, networkWords, seedWords } from '../truth.ts';
import { distance } from './difference.ts';
import { extentOf } from '../chart/Interval.ts';
import { kernelPicture, limitEntries, type Entries, type KernelPicture } from './kernelPicture.ts';

/** How far the kernels are from their limits and from their starts, of what networks they are, and what the colours mean. */
export function kernelCaption(results: Results, view: PanelView): string {
  const picture = kernelPicture(results, view);
  const limits = picture.arms.flatMap(({ letter, limit }) =>
    limit?.exists === false
      ? [`${letter === '' ? '' : `${letter}has `}no limit: ${limit.reason}`]
      : [],
  );
  const notes = picture.arms.flatMap(({ limit }) => (limit?.exists ? [limit.note] : []));
  return joined([
    distanceWords(picture),
    movedWords(picture),
    ...new Set(limits),
    networkWords(results),
    seedWords(results, 'one'),
    picture.blocks > 1
      ? `a block for each two of the ${picture.blocks} outputs; the limit has only diagonal ones`
      : '',
    ...new Set(notes),
    'colours span 98 % of the entries',
  ]);
}

/** The main numbers for people who hear the picture. */
export function kernelLabel(results: Results, view: PanelView): string {
  const picture = kernelPicture(results, view);
  const facts = picture.arms.map(({ name, start, shown, failure }) => {
    const who = name === '' ? 'The network' : name;
    if (!start || !shown) return `${who}: ${failure ?? 'nothing yet'}`;
    const [low, high] = allEntries(shown.values) ?? [NaN, NaN];
    return `${who}: kernel at step ${shown.step} from ${formatNumber(low)} to ${formatNumber(high)}`;
  });
  const far = joined([distanceWords(picture), movedWords(picture)]);
  return `Neural tangent kernels of ${picture.n} samples as heat maps. ${[...facts, far].filter((fact) => fact !== '').join('. ')}.`;
}

function distanceWords(picture: KernelPicture): string {
  const words = picture.arms.flatMap((arm) => {
    const limit = limitEntries(arm.limit, picture.blocks);
    if (!arm.start || limit?.length !== arm.start.values.length) return [];
    return [`${arm.letter}${formatPercent(distance(arm.start.values, limit))}`];
  });
  return words.length === 0 ? '' : `Θ₀ is ${words.join(', ')} from Θ∞`;
}

function movedWords(picture: KernelPicture): string {
  const words = picture.arms.flatMap((arm) =>
    arm.start && arm.shown && arm.shown.step > arm.start.step
      ? [`${arm.letter}${formatPercent(distance(arm.shown.values, arm.start.values))}`]
      : [],
  );
  return words.length === 0 ? '' : `training moved it ${words.join(', ')}`;
}

const allEntries = cached((values: Entries) => extentOf(values));
