import type { Results } from '../../spec/Results.ts';
import { formatNumber, formatPercent } from '../chart/formatNumber.ts';
import type { PanelTable, PanelView } from '../Panel.ts';
import { curvatureMarks } from './curvatureMarks.ts';
import { seriesOf, signalsArms, type SignalsArm } from './signalsArms.ts';
import { isSeries, signalsOption, signalsOptions, type SeriesOption } from './signalsOptions.ts';

/** The numbers of what is chosen: layer by layer of every arm, or arm by arm. */
export function signalsTable(results: Results, view: PanelView): PanelTable {
  const arms = signalsArms(results);
  const option = signalsOption(view);
  const { label = '' } = signalsOptions.find(({ value }) => value === option) ?? {};
  const caption = `What the start does to signals: ${label}`;
  if (isSeries(option)) return { caption, ...seriesTable(arms, option) };
  const tables = { lognorm: normTable, copies: copiesTable, curvature: curvatureTable };
  return { caption, ...tables[option](arms) };
}

type Cells = Pick<PanelTable, 'columns' | 'rows'>;

const nameOf = ({ name }: SignalsArm): string => (name === '' ? 'the network' : name);

/** One row for every arm and layer. */
const seriesTable = (arms: readonly SignalsArm[], option: SeriesOption): Cells => ({
  columns: ['network', 'layer', 'mean', '10 %', '90 %', 'standard error', 'theory'],
  rows: arms.flatMap((arm) => {
    if (!arm.signals) return [];
    const { mean, low, high, error, theory } = seriesOf(arm.signals, option);
    return Array.from(mean, (value, k) => [
      nameOf(arm),
      arm.signals!.stages[k] ?? '',
      ...[value, low[k], high[k], error[k], theory?.[k]].map((one) => formatNumber(one ?? NaN)),
    ]);
  }),
});

const normTable = (arms: readonly SignalsArm[]): Cells => ({
  columns: ['network', 'draws', 'mean', 'predicted mean', 'variance', 'predicted variance'],
  rows: arms.flatMap((arm) => {
    if (!arm.signals) return [];
    const { mean, variance, predicted } = arm.signals.logNorm;
    const numbers = [mean, predicted?.mean, variance, predicted?.variance];
    return [
      [
        nameOf(arm),
        String(arm.signals.draws),
        ...numbers.map((value) => formatNumber(value ?? NaN)),
      ],
    ];
  }),
});

const copiesTable = (arms: readonly SignalsArm[]): Cells => ({
  columns: ['network', 'layer', 'units', 'identical', 'dead'],
  rows: arms.flatMap((arm) =>
    (arm.signals?.stages ?? [])
      .slice(1)
      .map((stage, k) => [
        nameOf(arm),
        stage,
        String(arm.signals!.widths[k + 1] ?? '–'),
        formatPercent(arm.signals!.identical[k + 1] ?? NaN),
        formatPercent(arm.signals!.dead[k + 1] ?? NaN),
      ]),
  ),
});

const curvatureTable = (arms: readonly SignalsArm[]): Cells => ({
  columns: ['network', 'weights', '|λ_max| of the Hessian', 'λ_max(Θ)/n'],
  rows: curvatureMarks(arms).map(({ called, name, hessian, gaussNewton }) => [
    called === '' ? 'the network' : called,
    name,
    formatNumber(hessian),
    formatNumber(gaussNewton),
  ]),
});
