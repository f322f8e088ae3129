import type { Results } from '../../spec/Results.ts';
import { formatNumber } from '../chart/formatNumber.ts';
import type { PanelTable, PanelView } from '../Panel.ts';
import { functionArms, gridOf, type FunctionArm } from './functionArms.ts';
import { functionFields } from './functionField.ts';
import { functionLines } from './functionLines.ts';
import { functionOption, looksAtTests } from './functionOptions.ts';
import { functionSamples } from './functionSamples.ts';
import { functionShape, hasPlaces } from './functionShape.ts';
import { testTable } from './testWords.ts';
import { worstSamples } from './worstSamples.ts';

/** The functions at some places; of images and many dimensions what networks make of the samples, worst first. */
export function functionTable(results: Results, view: PanelView): PanelTable {
  const arms = functionArms(results, view);
  const shape = functionShape(results, arms);
  if (!hasPlaces(shape))
    return looksAtTests(results, view) ? testTable(results, view) : sampleTable(results, view);
  return shape === 'plane' ? planeTable(arms, view) : curveTable(results, arms, view);
}

/** About 41 places with all curves, then the samples. */
function curveTable(results: Results, arms: readonly FunctionArm[], view: PanelView): PanelTable {
  const lines = functionLines(arms, view);
  const round = gridOf(arms)?.shape === 'circle';
  const columns = lines.flatMap(({ name, role, series }) => {
    const banded = series.count > 1 && series.low !== series.mean;
    const [low, high] = role === 'limit' ? ['− 2σ', '+ 2σ'] : ['10 %', '90 %'];
    return [
      { name, of: series.mean },
      ...(banded
        ? [
            { name: `${name} ${low}`, of: series.low },
            { name: `${name} ${high}`, of: series.high },
          ]
        : []),
    ];
  });
  const x = lines[0]?.series.x ?? [];
  const every = Math.max(1, Math.round(x.length / 40));
  const places = Array.from(x.keys()).filter((k) => k % every === 0 || k === x.length - 1);
  const write = (at: number): string => (round ? `${formatNumber(at)}°` : formatNumber(at));
  const samples = x.length === 0 ? [] : functionSamples(results).samples;
  return {
    caption: `The function over ${round ? 'the angle' : 'the input'}, then the training samples`,
    columns: [round ? 'θ' : 'x', ...columns.map(({ name }) => name), 'sample'],
    rows: [
      ...places.map((k) => [
        write(x[k]!),
        ...columns.map(({ of }) => formatNumber(of[k] ?? NaN)),
        '–',
      ]),
      ...samples.map((sample) => [
        write(sample.x),
        ...columns.map(() => '–'),
        formatNumber(sample.y),
      ]),
    ],
  };
}

/** The field at every sixth place of each axis. */
function planeTable(arms: readonly FunctionArm[], view: PanelView): PanelTable {
  const fields = functionFields(arms, functionOption(view)).filter(({ shown }) => shown);
  const grid = gridOf(arms);
  const some = (count: number): readonly number[] =>
    Array.from({ length: count }, (_, k) => k).filter((k) => k % 6 === 0 || k === count - 1);
  const rows = grid?.rows ?? [];
  return {
    caption: 'The function at some points of the plane, mean over networks',
    columns: ['x₁', 'x₂', ...fields.map(({ arm }) => `${arm.letter}f`)],
    rows: grid
      ? some(rows.length).flatMap((i) =>
          some(grid.columns.length).map((j) => [
            formatNumber(grid.columns[j]!),
            formatNumber(rows[i]!),
            ...fields.map(({ shown }) =>
              formatNumber(shown?.values[i * grid.columns.length + j] ?? NaN),
            ),
          ]),
        )
      : [],
  };
}

function sampleTable(results: Results, view: PanelView): PanelTable {
  const arms = worstSamples(results, view);
  const several = arms.length > 1;
  const classes = results.data?.classes !== undefined;
  return {
    caption: 'Training samples and what networks make of them, the largest loss first',
    columns: [
      ...(several ? ['network'] : []),
      'sample',
      'loss',
      'output',
      ...(classes ? ['class', 'taken for'] : []),
    ],
    rows: arms.flatMap(({ label, samples }) =>
      samples.map(({ index, loss, outputs, truth, guess }) => [
        ...(several ? [label] : []),
        String(index),
        formatNumber(loss),
        Array.from(outputs, (value) => formatNumber(value)).join(', '),
        ...(classes ? [truth, guess] : []),
      ]),
    ),
  };
}
