import { useId, useMemo, type ReactNode } from 'react';
import type { ArmLabel } from '../../spec/Experiment.ts';
import { armStyles } from './armStyle.ts';
import { CurveLabels, type CurveLabel } from './CurveLabels.tsx';
import { bandPath, curvePath, curvePoints, runsPath, type Point } from './curvePath.ts';
import type { Interval } from './Interval.ts';
import type { Scale } from './Scale.ts';
import type { Run, Series } from './Series.ts';
import { StepMarks, type StepMark } from './StepMarks.tsx';
import { thinnedMarks } from './thinnedMarks.ts';
import { withJumps } from './withJumps.ts';

/** A curve over steps and how it is drawn. */
export interface StepLine {
  readonly key: string;
  readonly arm: ArmLabel;
  readonly series: Series;
  /** What it is of: the network itself, what Θ_0, Θ_∞ or the kernel of a later step predicts. */
  readonly role: 'network' | 'start' | 'limit' | 'later';
  /** The networks that the series is the mean of, drawn thin where there are several. */
  readonly runs?: readonly Run[];
  /** Words beside the curve. */
  readonly label?: string;
  /** Steps at which it may jump to another value, which it has from there on. */
  readonly jumps?: readonly number[];
}

interface StepCurvesProps {
  readonly lines: readonly StepLine[];
  readonly marks: readonly StepMark[];
  readonly x: Scale;
  readonly y: Scale;
  /** Font size of small text. */
  readonly unit: number;
}

/** Curves with their bands, marks and names, cut off at the edge of the plot. */
export function StepCurves({ lines, marks, x, y, unit }: StepCurvesProps): ReactNode {
  const clip = useId();
  const drawn = useMemo(
    () =>
      lines.map((line) => ({
        ...line,
        points: curvePoints(withJumps(line.series, line.jumps), x, y),
      })),
    [lines, x, y],
  );
  const labels = useMemo(
    () =>
      drawn.flatMap(({ key, arm, label: text, points }): CurveLabel[] =>
        text === undefined || points.length === 0
          ? []
          : [{ key, text, curve: within(points, y.range), colour: armStyles[arm].text }],
      ),
    [drawn, y],
  );
  const others = useMemo(
    () => [
      ...drawn.flatMap(({ label, points }) => (label === undefined ? [points] : [])),
      marks.map(({ step, value }) => ({ x: x.at(step), y: y.at(value) })),
      ...marks.flatMap((mark) => wordsLine(mark, x, y, unit)),
    ],
    [drawn, marks, x, y, unit],
  );
  const shown = useMemo(() => thinnedMarks(marks, x, 0.9 * unit), [marks, x, unit]);
  const [left, right] = x.range;
  const [bottom, top] = y.range;
  return (
    <g>
      <clipPath id={clip}>
        <rect x={left - 1} y={top - 2} width={right - left + 2} height={bottom - top + 3} />
      </clipPath>
      <g clipPath={`url(#${clip})`}>
        {drawn
          // Ranges of predictions as well would hide more than they tell.
          .filter(({ role }) => role === 'network')
          .map(({ key, arm, series }) => (
            <path
              key={key}
              className="chart-band"
              d={bandPath(series, x, y)}
              fill={armStyles[arm].colour}
            />
          ))}
        {drawn
          .filter(({ runs = [] }) => runs.length > 1)
          .map(({ key, arm, runs = [] }) => (
            <path
              key={key}
              className="chart-curve run"
              d={runsPath(runs, x, y)}
              style={{ color: armStyles[arm].colour }}
            />
          ))}
        {drawn.map(({ key, arm, role, points }) => (
          <path
            key={key}
            className={`chart-curve ${role}`}
            d={
              // Of a single value a network has a mark, what it is held against a dash.
              points.length === 1 && role !== 'network'
                ? `M${points[0]!.x},${points[0]!.y}h${unit}`
                : curvePath(points)
            }
            style={{ color: armStyles[arm].colour }}
          />
        ))}
      </g>
      <StepMarks marks={drawn.flatMap(onlyValue)} x={x} y={y} unit={unit} />
      <StepMarks marks={shown} x={x} y={y} unit={unit} />
      <CurveLabels labels={labels} others={others} x={x} y={y} textSize={unit} />
    </g>
  );
}

/** The mark of a network's curve that is a single value so far. */
const onlyValue = ({ key, arm, role, series }: StepLine): readonly StepMark[] =>
  role === 'network' && series.x.length === 1
    ? [{ key, arm, kind: 'measured', step: series.x[0]!, value: series.mean[0]! }]
    : [];

/** Where about the words of a mark stand, so that names keep clear of them. */
function wordsLine(
  { step, value, kind, words }: StepMark,
  x: Scale,
  y: Scale,
  unit: number,
): readonly (readonly Point[])[] {
  if (words === undefined) return [];
  const from = x.at(step);
  const to = from + (from > (x.range[0] + x.range[1]) / 2 ? -0.58 : 0.58) * words.length * unit;
  const middle = y.at(value) - (kind === 'ended' ? 0 : 1.3 * unit);
  return [-0.4, 0.4].map((shift) => [
    { x: Math.min(from, to), y: middle + shift * unit },
    { x: Math.max(from, to), y: middle + shift * unit },
  ]);
}

/** The part of a curve that lies in the plot, where its label may stand. */
const within = (points: readonly Point[], [bottom, top]: Interval): readonly Point[] => {
  const inside = points.filter(({ y }) => y >= top && y <= bottom);
  return inside.length > 0 ? inside : points;
};
