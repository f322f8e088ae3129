import type { ArmLabel } from '../../spec/Experiment.ts';
import type { FunctionGrid, FunctionResult } from '../../spec/Result.ts';
import { cached } from '../cached.ts';
import { armStyles } from '../chart/armStyle.ts';
import { extentOf, hull, type Interval } from '../chart/Interval.ts';
import { rangeOf, type Series } from '../chart/Series.ts';
import type { FunctionArm, FunctionLaw } from './functionArms.ts';
import { functionOption, type FunctionOption } from './functionOptions.ts';
import { networkSeries } from './networkSeries.ts';

/** A curve over the input and how it is drawn. */
export interface FunctionLine {
  readonly key: string;
  readonly arm: ArmLabel;
  readonly role: 'network' | 'single' | 'limit';
  /** In the readout and in the table. */
  readonly name: string;
  /** Beside the curve; empty for none. */
  readonly label: string;
  readonly colour: string;
  readonly textColour: string;
  readonly series: Series;
}

/** The most arms of which infinite width is drawn with its spread: more would hide each other. */
export const mostBands = 2;

/** All curves of a view, those that matter most last, so that they lie on top. */
export function functionLines(
  arms: readonly FunctionArm[],
  view: { readonly option?: string },
): readonly FunctionLine[] {
  const option = functionOption({ step: 'last', highlight: undefined, dark: false, ...view });
  const lines = [
    ...arms.flatMap(lawLine),
    ...(option === 'single' ? arms.flatMap(singleLines) : []),
    ...arms.flatMap((arm) => meanLine(arm, option)),
  ];
  return lines.filter(({ series }) => series.x.length > 0);
}

const lookOf = (label: ArmLabel) => ({
  arm: label,
  colour: armStyles[label].colour,
  textColour: armStyles[label].text,
});

/** Places on the axis, in degrees on the circle; the same object for the same grid, so that curves keep still. */
const placesOf = cached((grid: FunctionGrid): readonly number[] => {
  const { shape, columns } = grid;
  return shape === 'circle'
    ? [...Array.from(columns, (angle) => (angle * 180) / Math.PI), 360]
    : Array.from(columns);
});

/** The first output, all around the circle. */
function valuesOf(grid: FunctionGrid, values: ArrayLike<number>): readonly number[] {
  const outputs = values.length / grid.columns.length;
  const first = Array.from(grid.columns, (_, k) => values[k * outputs]!);
  return grid.shape === 'circle' ? [...first, first[0]!] : first;
}

const valuesOfNetwork = cached(({ grid, values }: FunctionResult) => valuesOf(grid, values));

function meanLine(
  { label, name, letter, functions }: FunctionArm,
  option: FunctionOption,
): readonly FunctionLine[] {
  const [first] = functions;
  if (!first) return [];
  const series = networkSeries(placesOf(first.grid), functions.map(valuesOfNetwork));
  return [
    {
      key: label,
      role: 'network',
      name: functions.length > 1 ? `${letter}mean` : `${letter}network`,
      label: name,
      ...lookOf(label),
      // The networks themselves are there.
      series: option === 'single' ? { ...series, low: series.mean, high: series.mean } : series,
    },
  ];
}

const singleLines = ({ label, letter, functions }: FunctionArm): readonly FunctionLine[] =>
  functions.map((result) => {
    const mean = valuesOfNetwork(result);
    return {
      key: `${label} ${result.seed}`,
      role: 'single',
      name: `${letter}network ${result.seed + 1}`,
      label: '',
      ...lookOf(label),
      series: { x: placesOf(result.grid), mean, low: mean, high: mean, count: 1 },
    };
  });

const lawLine = ({ label, letter, law }: FunctionArm): readonly FunctionLine[] => {
  if (!law?.grid || law.grid.shape === 'plane') return [];
  return [
    {
      key: `${label} ${law.of}`,
      role: 'limit',
      name: `${letter}${law.of.toUpperCase()}`,
      label: '',
      ...lookOf(label),
      series: lawSeries(law),
    },
  ];
};

/** Mean ± 2σ over the input. */
export const lawSeries = cached((law: FunctionLaw): Series => {
  const { grid } = law;
  if (!grid) return { x: [], mean: [], low: [], high: [], count: 0 };
  const mean = valuesOf(grid, law.mean);
  const deviation = valuesOf(grid, law.deviation);
  return {
    x: placesOf(grid),
    mean,
    low: mean.map((value, k) => value - 2 * deviation[k]!),
    high: mean.map((value, k) => value + 2 * deviation[k]!),
    // As a law of all networks.
    count: Infinity,
  };
});

/** With its band, if that is drawn. */
const reachOf = ({ role, series }: FunctionLine, _: number, all: readonly FunctionLine[]) =>
  role === 'limit' && all.filter((line) => line.role === 'limit').length > mostBands
    ? extentOf(series.mean)
    : rangeOf(series);

/** From the samples' targets and the curves, which may leave the plot by most of its height. */
export function functionDomain(
  lines: readonly FunctionLine[],
  targets: readonly number[],
): Interval | undefined {
  const own = extentOf(targets) ?? hull(lines.map(({ series }) => extentOf(series.mean)));
  if (!own) return undefined;
  const size = own[1] - own[0] || Math.abs(own[0]) || 1;
  const all = hull([own, ...lines.map(reachOf)]) ?? own;
  const [low, high] = [
    Math.max(all[0], own[0] - 0.6 * size),
    Math.min(all[1], own[1] + 0.6 * size),
  ];
  // Room for a sample to be dragged to.
  return [Math.min(low, own[0] - 0.12 * size), Math.max(high, own[1] + 0.12 * size)];
}
