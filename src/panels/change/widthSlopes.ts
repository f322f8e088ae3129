import { lineFit, type LineFit } from '../../math/lineFit.ts';
import { mean } from '../../math/summary.ts';
import type { ArmLabel } from '../../spec/Experiment.ts';
import type { Results } from '../../spec/Results.ts';
import { armValues } from '../../spec/values.ts';
import { armNames } from '../armNames.ts';
import { latestAt } from '../shown.ts';

/** One quantity of one network. */
export interface WidthPoint {
  readonly arm: ArmLabel;
  readonly width: number;
  readonly value: number;
}

/** A quantity against width, over arms that differ in nothing else, with the line through its logarithms. */
export interface WidthLine {
  /** "Θ", or a map's name. */
  readonly label: string;
  /** The arm whose colour it has. */
  readonly arm: ArmLabel;
  /** What the arms are, where there are several groups of them. */
  readonly group: string;
  readonly points: readonly WidthPoint[];
  /** Absent for a single width. */
  readonly fit: LineFit | undefined;
}

/** Change of the kernel, then movement of each map's weights, against width, for every group of arms. */
export function widthSlopes(results: Results, step: number): readonly WidthLine[] {
  const groups = groupsOf(results);
  const names = armNames(results.experiment);
  return groups.flatMap((indices) => {
    const networks = indices.flatMap((index) => {
      const { label, networks: all } = results.arms[index]!;
      const width = armValues(results.experiment, index)['net.width'];
      return all.map((network) => ({ arm: label, width: Number(width), network }));
    });
    const first = indices[0]!;
    const shared = {
      arm: results.arms[first]!.label,
      group: groups.length > 1 ? names[first]! : '',
    };
    const lineOf = (label: string, valueOf: (one: (typeof networks)[number]) => number) => {
      const points = networks
        .map((one) => ({ arm: one.arm, width: one.width, value: valueOf(one) }))
        .filter(({ value, width }) => value > 0 && value < Infinity && width > 0);
      return { ...shared, label, points, fit: fitOf(points) };
    };
    const moved = networks.map(({ network }) => latestAt(network.movements ?? [], step));
    const labels = moved.find((movement) => movement !== undefined)?.labels ?? [];
    return [
      lineOf('Θ', ({ network }) => latestAt(network.changes, step)?.change ?? NaN),
      ...labels.map((label, map) =>
        lineOf(
          label,
          ({ network }) => latestAt(network.movements ?? [], step)?.weights[map] ?? NaN,
        ),
      ),
    ];
  });
}

/** The mean value at each width, growing. */
export const widthMeans = ({
  points,
}: WidthLine): readonly { readonly width: number; readonly value: number }[] =>
  [...new Set(points.map(({ width }) => width))]
    .sort((a, b) => a - b)
    .map((width) => ({
      width,
      value: mean(points.filter((point) => point.width === width).map(({ value }) => value)),
    }));

/** Places of arms that have a width and agree in all else. */
function groupsOf({ experiment, arms }: Results): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  arms.forEach((_, index) => {
    const { 'net.width': width, ...others } = armValues(experiment, index);
    if (width === undefined) return;
    const key = JSON.stringify(others);
    groups.set(key, [...(groups.get(key) ?? []), index]);
  });
  return [...groups.values()];
}

function fitOf(points: readonly WidthPoint[]): LineFit | undefined {
  return new Set(points.map(({ width }) => width)).size < 2
    ? undefined
    : lineFit(
        points.map(({ width }) => Math.log(width)),
        points.map(({ value }) => Math.log(value)),
      );
}
