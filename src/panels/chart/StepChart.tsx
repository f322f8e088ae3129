import { useId, useMemo, useRef, type ReactNode } from 'react';
import type { ArmLabel } from '../../spec/Experiment.ts';
import { armStyles } from './armStyle.ts';
import { Axes } from './Axes.tsx';
import { CurveLabels, type CurveLabel } from './CurveLabels.tsx';
import { bandPath, curvePath, curvePoints, type Point } from './curvePath.ts';
import type { Interval } from './Interval.ts';
import { Readout, type ReadoutRow } from './Readout.tsx';
import { scaleOf } from './Scale.ts';
import { placeAt, type Series } from './Series.ts';
import { stepTicks } from './ticks.ts';
import { StepMarks, type StepMark } from './StepMarks.tsx';
import { usePointer } from './usePointer.ts';
import { useTextSize } from './useTextSize.ts';

/** A curve over steps and how it is drawn. */
export interface StepLine {
  readonly key: string;
  readonly arm: ArmLabel;
  readonly series: Series;
  /** What it is of: the network itself, what Θ_0 predicts, what Θ_∞ predicts. */
  readonly role: 'network' | 'start' | 'limit';
  /** Words beside the curve. */
  readonly label?: string;
}

interface StepChartProps {
  readonly size: { readonly width: number; readonly height: number };
  readonly label: string;
  readonly steps: number;
  readonly kind: 'linear' | 'log';
  readonly domain: Interval;
  readonly words?: (ticks: readonly number[]) => readonly string[];
  readonly lines: readonly StepLine[];
  readonly marks: readonly StepMark[];
  /** The step that other pictures show. */
  readonly cursor: number | undefined;
  readonly readout: {
    readonly head?: readonly string[];
    readonly rows: (step: number) => readonly ReadoutRow[];
  };
  /** A row above the plot for its key and its switches. */
  readonly children?: ReactNode;
}

/** Curves over gradient steps: axes that keep still, words beside curves, the values under the pointer. */
export function StepChart(props: StepChartProps): ReactNode {
  const { size, label, steps, kind, domain, words, lines, marks, cursor, readout, children } =
    props;
  const root = useRef<HTMLDivElement>(null);
  const clip = useId();
  const unit = useTextSize(root);
  const pointer = usePointer();
  const [low, high] = domain;

  const { x, y } = useMemo(() => {
    const left = 4 * unit;
    const right = Math.max(left + 1, size.width - 0.8 * unit);
    const bottom = Math.max(1, size.height - 2.1 * unit);
    const top = Math.min(bottom - 1, 2.6 * unit);
    const mostX = Math.max(2, Math.floor((right - left) / (5 * unit)));
    const mostY = Math.max(2, Math.floor((bottom - top) / (2.4 * unit)));
    return {
      x: scaleOf('linear', [0, Math.max(1, steps)], [left, right], {
        most: mostX,
        ticks: stepTicks(steps, mostX),
      }),
      y: scaleOf(kind, [low, high], [bottom, top], {
        most: Math.min(8, mostY),
        ...(words && { words }),
      }),
    };
  }, [size.width, size.height, unit, steps, kind, low, high, words]);
  const drawn = useMemo(
    () => lines.map((line) => ({ ...line, points: curvePoints(line.series, x, y) })),
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
      ...drawn.flatMap(({ label: text, points }) => (text === undefined ? [points] : [])),
      marks.map(({ step: at, value }) => ({ x: x.at(at), y: y.at(value) })),
    ],
    [drawn, marks, x, y],
  );
  const [left, right] = x.range;
  const [bottom, top] = y.range;
  const step =
    pointer.at && pointer.at.x > left - unit && pointer.at.x < right + unit && pointer.at.y > top
      ? nearestStep(lines, x.invert(pointer.at.x))
      : undefined;

  return (
    <div ref={root} className="chart" style={size} {...pointer.handlers}>
      <svg width={size.width} height={size.height} role="img" aria-label={label}>
        <clipPath id={clip}>
          <rect x={left - 1} y={top - 2} width={right - left + 2} height={bottom - top + 3} />
        </clipPath>
        <Axes x={x} y={y} xUnit="step" />
        {cursor !== undefined && cursor < steps && (
          <line className="chart-cursor" x1={x.at(cursor)} x2={x.at(cursor)} y1={top} y2={bottom} />
        )}
        <g clipPath={`url(#${clip})`}>
          {lines
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
          {drawn.map(({ key, arm, role, points }) => (
            <path
              key={key}
              className={`chart-curve ${role}`}
              d={curvePath(points)}
              style={{ color: armStyles[arm].colour }}
            />
          ))}
        </g>
        <StepMarks marks={marks} x={x} y={y} unit={unit} />
        <CurveLabels labels={labels} others={others} x={x} y={y} textSize={unit} />
        {step !== undefined && (
          <line className="chart-hairline" x1={x.at(step)} x2={x.at(step)} y1={top} y2={bottom} />
        )}
      </svg>
      {children !== undefined && <div className="chart-strip">{children}</div>}
      {step !== undefined && (
        <Readout
          title={`step ${step}`}
          {...(readout.head && { head: readout.head })}
          rows={readout.rows(step)}
          x={x.at(step)}
          width={size.width}
          top={top}
        />
      )}
    </div>
  );
}

/** The step nearest to a place on the axis that any curve has a value at. */
function nearestStep(lines: readonly StepLine[], wanted: number): number | undefined {
  const near = lines.flatMap(({ series }) => {
    const place = placeAt(series, wanted);
    return [series.x[place], series.x[place + 1]].filter((step) => step !== undefined);
  });
  return near.sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))[0];
}

/** The part of a curve that lies in the plot, where its label may stand. */
const within = (points: readonly Point[], [bottom, top]: Interval): readonly Point[] => {
  const inside = points.filter(({ y }) => y >= top && y <= bottom);
  return inside.length > 0 ? inside : points;
};
