import type { Results } from '../../spec/Results.ts';
import { formatNumber } from '../chart/formatNumber.ts';
import { placeAt } from '../chart/Series.ts';
import type { PanelTable } from '../Panel.ts';
import { stabilityArms } from './stabilityArms.ts';

/** Every measured step of every arm: both curvatures, the limit, and the greatest residual of the Hessian's eigenpairs. */
export function stabilityTable(results: Results): PanelTable {
  const columns = stabilityArms(results).flatMap((arm) => [
    { name: `${arm.letter}Hessian`, series: arm.hessian },
    { name: 'λₘₐₓ(Θ)/n', series: arm.gaussNewton },
    { name: '2/η', series: arm.limit },
  ]);
  const steps = [...new Set(columns.flatMap(({ series }) => series.x))].sort((a, b) => a - b);
  const residuals = results.arms.flatMap(({ networks }) =>
    networks.flatMap(({ sharpness = [] }) => sharpness.map(({ residual }) => residual)),
  );
  const worst = residuals.reduce((most, residual) => Math.max(most, residual), 0);
  return {
    caption: `Largest eigenvalues and the limit of stability${
      residuals.length > 0
        ? `; residual norms of the Hessian’s at most ${formatNumber(worst, 2)}`
        : ''
    }`,
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
