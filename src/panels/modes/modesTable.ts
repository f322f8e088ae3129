import type { Results } from '../../spec/Results.ts';
import { formatNumber } from '../chart/formatNumber.ts';
import { placeAt, type Series } from '../chart/Series.ts';
import type { PanelTable, PanelView } from '../Panel.ts';
import { stepShown } from '../shown.ts';
import { learntModes } from './learntModes.ts';
import { modesArms, modeSeries, ranksShown, type ModesArm } from './modesArms.ts';
import { modesOption } from './modesOptions.ts';
import { expectedWords } from './modesWords.ts';
import { residualModes } from './residualModes.ts';

/** The numbers of what is shown: a handful of modes over steps, when each is half learnt, or all at the shown step. */
export function modesTable(results: Results, view: PanelView): PanelTable {
  const arms = modesArms(results);
  switch (modesOption(view)) {
    case 'steps':
      return overSteps(arms);
    case 'learnt':
      return {
        caption: 'Steps by which half of each mode is learnt',
        columns: ['mode', 'eigenvalue', expectedWords(arms), 'measured', 'linear theory'],
        rows: arms.flatMap((arm) =>
          learntModes(arm).map(({ rank, expected, measured, predicted }) => [
            `${arm.letter}rank ${rank}`,
            formatNumber(arm.eigenvalues[rank - 1]!),
            formatNumber(expected),
            measured === Infinity ? 'not yet' : formatNumber(measured),
            predicted === Infinity ? 'not yet' : formatNumber(predicted),
          ]),
        ),
      };
    case 'residual':
      return atStep(arms, stepShown(results, view));
  }
}

function overSteps(arms: readonly ModesArm[]): PanelTable {
  const columns = arms.flatMap((arm) =>
    ranksShown(arm.count, 2).flatMap((rank) => [
      { name: `${arm.letter}rank ${rank}`, series: modeSeries(arm, rank - 1, 'measured') },
      { name: 'theory', series: modeSeries(arm, rank - 1, 'predicted') },
    ]),
  );
  const steps = [...new Set(columns.flatMap(({ series }) => series.x))].sort((a, b) => a - b);
  const count = Math.min(21, steps.length);
  const shown = Array.from(
    { length: count },
    (_, k) => steps[Math.round((k * (steps.length - 1)) / Math.max(1, count - 1))]!,
  );
  return {
    caption: 'Residual along eigenvectors of Θ₀, relative to the whole residual at the start',
    columns: ['step', ...columns.map(({ name }) => name)],
    rows: shown.map((step) => [
      String(step),
      ...columns.map(({ series }) => formatNumber(valueAt(series, step))),
    ]),
  };
}

function atStep(arms: readonly ModesArm[], wanted: number): PanelTable {
  return {
    caption: 'Residual along each eigenvector of Θ₀, relative to the whole residual at the start',
    columns: ['mode', 'eigenvalue', 'start', 'shown step', 'linear theory'],
    rows: arms.flatMap((arm) => {
      const { start, now, predicted } = residualModes(arm, wanted);
      return start.map((value, k) => [
        `${arm.letter}rank ${k + 1}`,
        ...[arm.eigenvalues[k]!, value, now[k]!, predicted[k]!].map((cell) => formatNumber(cell)),
      ]);
    }),
  };
}

const valueAt = (series: Series, step: number): number => {
  const place = placeAt(series, step);
  return series.x[place] === step ? series.mean[place]! : NaN;
};
