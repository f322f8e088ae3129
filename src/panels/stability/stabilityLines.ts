import { hull, type Interval } from '../chart/Interval.ts';
import type { ReadoutRow } from '../chart/Readout.tsx';
import { formatNumber } from '../chart/formatNumber.ts';
import { measuredMarks } from '../chart/measuredMarks.ts';
import { placeAt, rangeOf, type Series } from '../chart/Series.ts';
import type { StepLine } from '../chart/StepCurves.tsx';
import type { StepMark } from '../chart/StepMarks.tsx';
import { niceLinear, niceLog } from '../chart/ticks.ts';
import type { StabilityArm } from './stabilityArms.ts';

/** An arm's three curves, in units of the limit or as they are; the sharpness itself lies on top and has the name. */
export function linesOf(arm: StabilityArm, share: boolean): readonly StepLine[] {
  const { label, name } = arm;
  const [hessian, gaussNewton, runs] = share
    ? [arm.hessianShare, arm.gaussNewtonShare, arm.runShares]
    : [arm.hessian, arm.gaussNewton, arm.runs];
  const few = hessian.x.length < 2;
  return [
    {
      key: `${label} limit`,
      arm: label,
      role: 'limit',
      series: share ? ones(arm.limit) : arm.limit,
      jumps: share ? [] : arm.rateSteps,
    },
    {
      key: `${label} theta`,
      arm: label,
      role: 'start',
      series: gaussNewton,
      ...(name !== '' && hessian.x.length === 0 && { label: name }),
    },
    {
      key: label,
      arm: label,
      role: 'network',
      series: hessian,
      runs,
      // Where an arm has ended before its time, words stand beside its last value already.
      ...(name !== '' && !few && arm.failure === undefined && { label: name }),
    },
  ];
}

/** Every measurement, where the sharpness first reaches the limit, and where an arm ended before its time. */
export function marksOf(arm: StabilityArm, share: boolean): readonly StepMark[] {
  const { label, letter, course } = arm;
  const series = share ? arm.hessianShare : arm.hessian;
  const marks = measuredMarks(arm, series);
  const place = course && course.first < 1 ? placeAt(series, course.crosses) : -1;
  if (place < 0 || course?.crosses === Infinity) return marks;
  return [
    ...marks,
    {
      key: `${label} crosses`,
      arm: label,
      kind: 'leaves',
      step: series.x[place]!,
      value: series.mean[place]!,
      // Words of several arms would stand on each other; the caption has them.
      ...(letter === '' && { words: course?.raised ? 'above 2/η' : 'reaches 2/η' }),
    },
  ];
}

/** From zero, or by powers of ten where arms differ by more than one; undefined before the first value. */
export function curvatureDomain(
  lines: readonly StepLine[],
): { readonly kind: 'linear' | 'log'; readonly domain: Interval } | undefined {
  const tops = lines
    .filter(({ role }) => role !== 'start')
    .flatMap(({ series }) => series.mean.map((value) => [value, value] as const));
  const all = hull(lines.map(({ series }) => rangeOf(series)));
  const range = hull(tops) ?? all;
  if (!range || !all) return undefined;
  if (range[0] > 0 && range[1] > 20 * range[0]) return { kind: 'log', domain: niceLog(range) };
  // A sharpness that explodes leaves the plot.
  const limits = hull(
    lines.filter(({ role }) => role === 'limit').map(({ series }) => rangeOf(series)),
  );
  const high = Math.min(all[1], 4 * (limits?.[1] ?? Infinity));
  return { kind: 'linear', domain: niceLinear([Math.min(0, all[0]), high > 0 ? high : 1]) };
}

/** An arm's values at a step, for the readout. */
export function rowOf(arm: StabilityArm, step: number): ReadoutRow {
  const at = (series: Series): string => {
    const place = placeAt(series, step);
    return series.x[place] === step ? formatNumber(series.mean[place]!) : '';
  };
  return {
    arm: arm.label,
    name: arm.name,
    values: [arm.hessian, arm.gaussNewton, arm.limit, arm.hessianShare].map(at),
  };
}

const ones = (series: Series): Series => {
  const same = series.x.map(() => 1);
  return { ...series, mean: same, low: same, high: same };
};
