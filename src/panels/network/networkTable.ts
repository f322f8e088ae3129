import type { Results } from '../../spec/Results.ts';
import { formatPercent } from '../chart/formatNumber.ts';
import type { PanelTable } from '../Panel.ts';
import { networkArms } from './networkArms.ts';
import { grouped } from './networkWords.ts';

/** Every affine map of every arm: shapes, parameters, what trains, its share of tr Θ_0. */
export function networkTable(results: Results): PanelTable {
  return {
    caption: 'Affine maps in the order of the forward pass',
    columns: ['layer', 'kind', 'in', 'out', 'parameters', 'trained', 'uses', 'share of tr Θ₀'],
    rows: networkArms(results).flatMap(({ letter, plan, shares }) =>
      plan.maps.map((map, k) => [
        `${letter}${k + 1}`,
        map.name,
        map.input,
        map.output,
        grouped(map.parameters),
        grouped(map.trained),
        String(map.times),
        formatPercent(shares?.[k] ?? NaN),
      ]),
    ),
  };
}
