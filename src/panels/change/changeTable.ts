import type { Results } from '../../spec/Results.ts';
import { formatNumber } from '../chart/formatNumber.ts';
import { placeAt } from '../chart/Series.ts';
import type { PanelTable } from '../Panel.ts';
import { changeArms } from './changeArms.ts';

/** Change and alignment of every arm at every step at which its kernel was measured. */
export function changeTable(results: Results): PanelTable {
  const alignments = changeArms(results, 'alignment');
  const columns = changeArms(results, 'change').flatMap(({ letter, series }, index) => [
    { name: `${letter}change`, series },
    ...(alignments[index]
      ? [{ name: `${letter}alignment`, series: alignments[index].series }]
      : []),
  ]);
  const steps = [...new Set(columns.flatMap(({ series }) => series.x))].sort((a, b) => a - b);
  return {
    caption: 'Relative change of the kernel in Frobenius norm, and alignment with the target',
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
