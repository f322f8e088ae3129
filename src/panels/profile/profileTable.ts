import type { Results } from '../../spec/Results.ts';
import { formatNumber } from '../chart/formatNumber.ts';
import type { Series } from '../chart/Series.ts';
import type { PanelTable } from '../Panel.ts';
import { profileArms } from './profileArms.ts';

/** About 37 angles with the kernel of every arm's networks (mean) and of infinite width at each depth. */
export function profileTable(results: Results): PanelTable {
  const columns = profileArms(results)
    .flatMap(({ letter, network, limit, depths }) => [
      { name: `${letter}Θ₀`, series: network },
      { name: `${letter}Θ∞`, series: limit },
      ...depths.map(({ depth, series }) => ({ name: `${letter}Θ∞, depth ${depth}`, series })),
    ])
    .filter(({ series }) => series.x.length > 0);
  const angles = someAngles(columns.map(({ series }) => series));
  return {
    caption: 'k(angle)/k(0) against the angle between two inputs',
    columns: ['angle', ...columns.map(({ name }) => name)],
    rows: angles.map((angle) => [
      `${formatNumber(angle)}°`,
      ...columns.map(({ series }) =>
        formatNumber(series.mean[series.x.findIndex((x) => Math.abs(x - angle) < 1e-6)] ?? NaN),
      ),
    ]),
  };
}

function someAngles([first]: readonly Series[]): readonly number[] {
  const all = first?.x ?? [];
  const every = Math.max(1, Math.round(all.length / 37));
  return all.filter((_, k) => k % every === 0 || k === all.length - 1);
}
