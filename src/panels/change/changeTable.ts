import type { Results } from '../../spec/Results.ts';
import { armValues } from '../../spec/values.ts';
import { formatNumber } from '../chart/formatNumber.ts';
import { placeAt, type Series } from '../chart/Series.ts';
import type { PanelTable, PanelView } from '../Panel.ts';
import { stepShown } from '../shown.ts';
import { changeArms, type ChangeMetric } from './changeArms.ts';
import { changeOption } from './changeOptions.ts';
import { movementArms } from './movementArms.ts';

/** The numbers of what is shown: curves at every step that was measured, or maps and widths at the shown step. */
export function changeTable(results: Results, view: PanelView): PanelTable {
  const option = changeOption(view);
  const step = stepShown(results, view);
  if (option === 'width') return byWidth(results, step);
  return option === 'layers' || option === 'weights'
    ? byMap(results, option, step)
    : overSteps(results, option === 'centred' ? centred : plain);
}

const plain = { kernel: 'change', alignment: 'alignment' };
const centred = { target: 'centred alignment with target', start: 'with Θ₀' };

function overSteps(results: Results, of: Partial<Record<ChangeMetric, string>>): PanelTable {
  const lists = Object.entries(of).map(([metric, words]) =>
    changeArms(results, metric as ChangeMetric).map(({ letter, series }) => ({
      name: letter + words,
      series,
    })),
  );
  const columns = results.arms.flatMap((_, index) => lists.map((list) => list[index]!));
  const steps = [...new Set(columns.flatMap(({ series }) => series.x))].sort((a, b) => a - b);
  return {
    caption: 'Relative change of the kernel in Frobenius norm, and alignment with the target',
    columns: ['step', ...columns.map(({ name }) => name)],
    rows: steps.map((step) => [String(step), ...columns.map(({ series }) => at(series, step))]),
  };
}

function byMap(results: Results, option: 'layers' | 'weights', step: number): PanelTable {
  const arms = movementArms(results, option === 'layers' ? 'kernels' : 'weights', step);
  return {
    caption: `Relative change of each map’s ${option === 'layers' ? 'part of the kernel' : 'weights'} in Frobenius norm at the shown step`,
    columns: ['map', 'change'],
    rows: arms.flatMap(({ letter, labels, series }) =>
      labels.map((label, k) => [letter + label, at(series, k + 1)]),
    ),
  };
}

function byWidth(results: Results, step: number): PanelTable {
  const weights = movementArms(results, 'weights', step);
  const labels = weights.find(({ labels: known }) => known.length > 0)?.labels ?? [];
  return {
    caption: 'Relative change of the kernel and of each map’s weights at the shown step, by width',
    columns: ['width', 'kernel', ...labels],
    rows: changeArms(results, 'kernel').flatMap(({ letter, series }, index) =>
      series.x.length === 0
        ? []
        : [
            [
              letter + String(armValues(results.experiment, index)['net.width'] ?? '–'),
              formatNumber(series.mean[Math.max(0, placeAt(series, step))]!),
              ...labels.map((_, k) => at(weights[index]!.series, k + 1)),
            ],
          ],
    ),
  };
}

/** A series' value at exactly this place; a dash where it has none. */
const at = (series: Series, x: number): string => {
  const place = placeAt(series, x);
  return formatNumber(series.x[place] === x ? series.mean[place]! : NaN);
};
