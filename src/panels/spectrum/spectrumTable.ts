import type { Results } from '../../spec/Results.ts';
import { formatNumber } from '../chart/formatNumber.ts';
import type { PanelTable, PanelView } from '../Panel.ts';
import { limitName, limitSpectra, spectrumArms } from './spectrumArms.ts';

/** Every eigenvalue by rank: each arm as shown and at its start, then the limits. */
export function spectrumTable(results: Results, view: PanelView): PanelTable {
  const limits = limitSpectra(results);
  const columns = [
    ...spectrumArms(results, view).flatMap(({ letter, shown, start }) =>
      [start, shown].flatMap((spectrum) =>
        spectrum ? [{ name: `${letter}step ${spectrum.step}`, spectrum }] : [],
      ),
    ),
    ...limits.map((limit) => ({ name: limitName(limit, limits), spectrum: limit.spectrum })),
  ];
  const ranks = Math.max(0, ...columns.map(({ spectrum }) => spectrum.series.x.length));
  return {
    caption: 'Eigenvalues by rank',
    columns: ['rank', ...columns.map(({ name }) => name)],
    rows: Array.from({ length: ranks }, (_, k) => [
      String(k + 1),
      ...columns.map(({ spectrum }) => formatNumber(spectrum.series.mean[k] ?? NaN)),
    ]),
  };
}
