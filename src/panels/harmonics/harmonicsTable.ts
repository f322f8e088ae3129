import type { Results } from '../../spec/Results.ts';
import { formatNumber } from '../chart/formatNumber.ts';
import type { PanelTable } from '../Panel.ts';
import { harmonicsArms } from './harmonicsArms.ts';
import { spheres } from './spheres.ts';

/** μ_k of every arm by degree: on each sphere at infinite width, and on the circle of its networks. */
export function harmonicsTable(results: Results): PanelTable {
  const columns = results.arms.flatMap((_, index) =>
    spheres.flatMap(({ value, label }) => {
      const { letter, eigenvalues, network } = harmonicsArms(results, Number(value))[index]!;
      const own = (k: number): number => network.mean[network.x.indexOf(k)] ?? NaN;
      return [
        ...(eigenvalues
          ? [
              {
                name: `${letter}${label}`,
                count: eigenvalues.length,
                at: (k: number) => eigenvalues[k] ?? NaN,
              },
            ]
          : []),
        ...(network.x.length > 0
          ? [{ name: `${letter}${label}, network`, count: network.x.length, at: own }]
          : []),
      ];
    }),
  );
  const degrees = Math.max(0, ...columns.map(({ count }) => count));
  return {
    caption: 'Eigenvalues by degree, in shares of κ(1)',
    columns: ['k', ...columns.map(({ name }) => name)],
    rows: Array.from({ length: degrees }, (_, k) => [
      String(k),
      ...columns.map(({ at }) => formatNumber(at(k))),
    ]),
  };
}
