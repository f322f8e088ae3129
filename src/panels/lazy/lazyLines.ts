import type { Interval } from '../chart/Interval.ts';
import { rangeOfArms } from '../chart/rangeOfArms.ts';
import type { Run, Series } from '../chart/Series.ts';
import type { StepLine } from '../chart/StepCurves.tsx';
import { measuredMarks } from '../chart/measuredMarks.ts';
import type { StepMark } from '../chart/StepMarks.tsx';
import { niceLinear } from '../chart/ticks.ts';
import type { LazyArm } from './lazyArms.ts';
import type { LazyOption } from './lazyOptions.ts';

/** How far up the plot the line of the first move goes. */
const firstPart = 0.4;

/** An arm's curve as an option has it; of an arm without a width there is none against width. */
export function seriesOf(arm: LazyArm, option: LazyOption): Series {
  if (option === 'tangent') return arm.outputs;
  return option === 'width' ? times(arm.change, arm.width ?? NaN) : arm.change;
}

/** The curve of an arm and, of its kernel, the straight line of the predicted first move as far as `top`. */
export function linesOf(
  arm: LazyArm,
  option: LazyOption,
  { top, steps }: { readonly top: number; readonly steps: number },
): readonly StepLine[] {
  const { label, name, firstMove } = arm;
  const factor = option === 'width' ? (arm.width ?? NaN) : 1;
  const slope = option === 'tangent' ? 0 : (firstMove ?? 0) * factor;
  const runs = option === 'tangent' ? arm.outputRuns : arm.changeRuns;
  const series = seriesOf(arm, option);
  // Modes of large eigenvalues are learnt at once, and the kernel slows down: its first pace is that of the very start.
  const end = Math.min(steps, (firstPart * top) / slope);
  const line = [0, slope * end];
  return [
    ...(slope > 0 && end > 0
      ? [
          {
            key: `${label} move`,
            arm: label,
            role: 'start',
            series: { x: [0, end], mean: line, low: line, high: line, count: 1 },
          } as const,
        ]
      : []),
    {
      key: label,
      arm: label,
      role: 'network',
      series,
      runs: runs.map((run) => scaledRun(run, factor)),
      // Where an arm has ended before its time, words stand beside its last value already.
      ...(name !== '' && series.x.length > 1 && arm.failure === undefined && { label: name }),
    },
  ];
}

/** Every measurement while they are few, and where an arm ended before its time. */
export const marksOf = (arm: LazyArm, option: LazyOption): readonly StepMark[] =>
  measuredMarks(arm, seriesOf(arm, option));

/** From zero to a round number above all curves; undefined before the first value. */
export function lazyDomain(arms: readonly LazyArm[], option: LazyOption): Interval | undefined {
  const range = rangeOfArms(arms, (arm) => seriesOf(arm, option));
  if (!range) return undefined;
  // What is off its tangent beyond all bounds leaves the plot.
  const high = option === 'tangent' ? Math.min(range[1], 3) : range[1];
  return niceLinear([0, high > 0 ? high : 0.01]);
}

const scaledRun = ({ x, values }: Run, factor: number): Run =>
  factor === 1 ? { x, values } : { x, values: Array.from(values, (value) => factor * value) };

function times(series: Series, factor: number): Series {
  if (Number.isNaN(factor)) return { x: [], mean: [], low: [], high: [], count: 0 };
  const by = (values: readonly number[]): readonly number[] =>
    values.map((value) => factor * value);
  const { x, mean, low, high, count, band } = series;
  return {
    x,
    count,
    mean: by(mean),
    low: by(low),
    high: by(high),
    ...(band && { band: { low: by(band.low), high: by(band.high) } }),
  };
}
