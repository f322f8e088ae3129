import type { Results } from '../../spec/Results.ts';
import { formatNumber, formatPercent } from '../chart/formatNumber.ts';
import type { PanelTable } from '../Panel.ts';
import { layersArms } from './layersArms.ts';

/** Every layer of every arm: its trace, its share, and the mean of its entries. */
export function layersTable(results: Results): PanelTable {
  return {
    caption: 'What each layer adds to the kernel at the start',
    columns: ['layer', 'is', 'in', 'out', 'tr Θℓ', 'share', 'mean entry'],
    rows: layersArms(results).flatMap(({ letter, parts = [] }) =>
      parts.map(({ label, input, output, trace, share, values }, k) => [
        `${letter}${k + 1}`,
        label,
        input,
        output,
        formatNumber(trace),
        formatPercent(share),
        formatNumber(finiteMean(values)),
      ]),
    ),
  };
}

function finiteMean(values: Float32Array): number {
  const finite = values.filter(Number.isFinite);
  return finite.length === 0 ? NaN : finite.reduce((sum, value) => sum + value, 0) / finite.length;
}
