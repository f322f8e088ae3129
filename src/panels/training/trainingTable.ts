import type { Results } from '../../spec/Results.ts';
import { subscript } from '../chart/digits.ts';
import { formatNumber } from '../chart/formatNumber.ts';
import { placeAt, type Series } from '../chart/Series.ts';
import type { PanelTable } from '../Panel.ts';
import { trainingArms } from './trainingArms.ts';

/** Losses at about twenty steps: per arm the network on training and test samples, and as Θ_0 and Θ_∞ predict. */
export function trainingTable(results: Results): PanelTable {
  const test = trainingArms(results, 'test');
  const columns = trainingArms(results, 'train').flatMap(
    ({ letter, network, start, limit, later, from }, index) => [
      { name: `${letter}train`, series: network },
      { name: `${letter}train, Θ₀ predicts`, series: start },
      { name: `${letter}train, Θ∞ predicts`, series: limit },
      { name: `${letter}train, Θ${subscript(from ?? 0)} predicts`, series: later },
      ...(test[index] ? [{ name: `${letter}test`, series: test[index].network }] : []),
    ],
  );
  const filled = columns.filter(({ series }) => series.x.length > 0);
  return {
    caption: 'Training and test loss, mean over networks',
    columns: ['step', ...filled.map(({ name }) => name)],
    rows: someSteps(filled.map(({ series }) => series)).map((step) => [
      String(step),
      ...filled.map(({ series }) => formatNumber(valueAt(series, step))),
    ]),
  };
}

/** About twenty of the steps at which any series has a value, first and last included. */
function someSteps(list: readonly Series[]): readonly number[] {
  const steps = [...new Set(list.flatMap(({ x }) => x))].sort((a, b) => a - b);
  const count = Math.min(steps.length, 21);
  return Array.from(
    { length: count },
    (_, k) => steps[Math.round((k * (steps.length - 1)) / Math.max(1, count - 1))]!,
  );
}

/** A series' value at exactly this step; NaN where it has none. */
const valueAt = (series: Series, step: number): number => {
  const place = placeAt(series, step);
  return series.x[place] === step ? series.mean[place]! : NaN;
};
