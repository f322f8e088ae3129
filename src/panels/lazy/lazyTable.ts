import type { Results } from '../../spec/Results.ts';
import { formatNumber } from '../chart/formatNumber.ts';
import { placeAt } from '../chart/Series.ts';
import type { PanelTable } from '../Panel.ts';
import { lazyArms } from './lazyArms.ts';

/** Every arm at every measured step: how far it is off its tangent, and how far its kernel has moved. */
export function lazyTable(results: Results): PanelTable {
  const columns = lazyArms(results).flatMap(({ letter, outputs, outputsTest, change }) => [
    { name: `${letter}off its tangent`, series: outputs },
    { name: 'on test samples', series: outputsTest },
    { name: 'kernel change', series: change },
  ]);
  const steps = [...new Set(columns.flatMap(({ series }) => series.x))].sort((a, b) => a - b);
  return {
    caption: 'Relative distance of networks from their tangents, and of kernels from their start',
    columns: ['step', ...columns.map(({ name }) => name)],
    rows: steps.map((step) => [
      String(step),
      ...columns.map(({ series }) => {
        const place = placeAt(series, step);
        return formatNumber(series.x[place] === step ? series.mean[place]! : NaN);
      }),
    ]),
  };
}
