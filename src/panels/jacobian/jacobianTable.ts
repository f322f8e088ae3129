import type { Results } from '../../spec/Results.ts';
import { formatNumber } from '../chart/formatNumber.ts';
import type { PanelTable, PanelView } from '../Panel.ts';
import { jacobianArms, squareMoments } from './jacobianArms.ts';
import { spreadOf } from './spreads.ts';

/** Every stage of every arm: how its singular values spread, and mean and variance of s² beside theory. */
export function jacobianTable(results: Results, { option }: PanelView): PanelTable {
  const inputs = option === 'inputs';
  return {
    caption: inputs
      ? 'Singular values s of the Jacobians ∂h/∂x and ∂f/∂x'
      : 'Singular values s of the hidden Jacobians ∂h/∂h₁',
    columns: [
      'to',
      'size',
      'least s',
      'quartile',
      'median',
      'quartile',
      'greatest s',
      'mean s²',
      ...(inputs ? [] : ['theory']),
      'variance of s²',
      ...(inputs ? [] : ['theory']),
    ],
    rows: jacobianArms(results).flatMap(({ letter, result }) =>
      (inputs ? (result?.fromInputs ?? []) : (result?.hidden ?? [])).map((stage, k) => {
        const { least, quarter, middle, threeQuarters, greatest } = spreadOf(stage);
        const { mean, variance } = squareMoments(stage);
        const theory = result?.theory;
        const predicted = (values: 'meanSquare' | 'variance'): readonly string[] =>
          inputs ? [] : [formatNumber((theory?.exists ? theory[values][k] : undefined) ?? NaN)];
        return [
          letter + stage.label,
          `${stage.rows} × ${stage.columns}`,
          ...[least, quarter, middle, threeQuarters, greatest, mean].map((s) => formatNumber(s)),
          ...predicted('meanSquare'),
          formatNumber(variance),
          ...predicted('variance'),
        ];
      }),
    ),
  };
}
