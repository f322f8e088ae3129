import type { Results } from '../../spec/Results.ts';
import { formatNumber } from '../chart/formatNumber.ts';
import type { PanelTable, PanelView } from '../Panel.ts';
import { classPairs, summaryOf } from './classPairs.ts';
import { kernelPicture, limitEntries, type Entries } from './kernelPicture.ts';

/** Up to this many samples a table shows every entry. */
const readable = 32;

interface Shown {
  readonly name: string;
  readonly entries: Entries;
}

/** Every entry of the kernels shown if samples are few, else mean, least and greatest entry per pair of classes. */
export function kernelTable(results: Results, view: PanelView): PanelTable {
  const picture = kernelPicture(results, view);
  const { n, arms, blocks } = picture;
  const kernels: readonly Shown[] = arms.flatMap(({ letter, start, shown, limit }, row) => {
    const infinite = limitEntries(limit, blocks);
    return [
      ...(start ? [{ name: `${letter}Θ₀`, entries: start.values }] : []),
      ...(start && shown && shown.step > start.step
        ? [{ name: `${letter}Θ at step ${shown.step}`, entries: shown.values }]
        : []),
      ...(infinite && (row === 0 || !picture.sharedLimit)
        ? [{ name: picture.sharedLimit ? 'Θ∞' : `${letter}Θ∞`, entries: infinite }]
        : []),
    ];
  });
  const size = n * blocks;
  return size <= readable ? everyEntry(kernels, size) : perClass(kernels, results, n);
}

function everyEntry(kernels: readonly Shown[], size: number): PanelTable {
  return {
    caption: 'Every entry of the kernels shown',
    columns: ['kernel', 'row', ...Array.from({ length: size }, (_, j) => String(j))],
    rows: kernels.flatMap(({ name, entries }) =>
      Array.from({ length: size }, (_, i) => [
        name,
        String(i),
        ...Array.from(entries.subarray(i * size, (i + 1) * size), (value) => formatNumber(value)),
      ]),
    ),
  };
}

function perClass(kernels: readonly Shown[], { data }: Results, n: number): PanelTable {
  const pairs = classPairs(data, n);
  return {
    caption: 'Entries of the kernels shown, by the classes of the two samples',
    columns: ['kernel', 'samples', 'mean', 'least', 'greatest'],
    rows: kernels.flatMap(({ name, entries }) =>
      pairs.map((pair) => {
        const { mean, low, high } = summaryOf(entries, n, pair);
        return [name, pair.name, formatNumber(mean), formatNumber(low), formatNumber(high)];
      }),
    ),
  };
}
