import { useMemo, useRef, type ReactNode } from 'react';
import { Axes } from './Axes.tsx';
import type { Interval } from './Interval.ts';
import { plotArea } from './plotArea.ts';
import { Readout, type ReadoutRow } from './Readout.tsx';
import { scaleOf } from './Scale.ts';
import { placeAt } from './Series.ts';
import { StepCurves, type StepLine } from './StepCurves.tsx';
import type { StepMark } from './StepMarks.tsx';
import { stepTicks } from './ticks.ts';
import { usePointer } from './usePointer.ts';
import { useTextSize } from './useTextSize.ts';

interface StepChartProps {
  readonly size: { readonly width: number; readonly height: number };
  /** The main numbers in words, for people who hear the picture. */
  readonly label: string;
  readonly steps: number;
  readonly kind: 'linear' | 'log';
  readonly domain: Interval;
  /** Labels of the vertical axis; numbers if it is left out. */
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
  readonly children: ReactNode;
}

/** Curves over gradient steps: axes that keep still, words beside curves, the values under the pointer. */
export function StepChart(props: StepChartProps): ReactNode {
  const { size, label, steps, kind, domain, words, lines, marks, cursor, readout } = props;
  const root = useRef<HTMLDivElement>(null);
  const unit = useTextSize(root);
  const { at: pointer, handlers } = usePointer();
  const { width, height } = size;
  const [low, high] = domain;

  const { x, y } = useMemo(() => {
    const { left, right, top, bottom, mostX, mostY } = plotArea({ width, height }, unit, 1.8);
    const ticks = stepTicks(steps, mostX);
    return {
      x: scaleOf('linear', [0, Math.max(1, steps)], [left, right], { most: mostX, ticks }),
      y: scaleOf(kind, [low, high], [bottom, top], { most: mostY, ...(words && { words }) }),
    };
  }, [width, height, unit, steps, kind, low, high, words]);
  const [left, right] = x.range;
  const [bottom, top] = y.range;
  const inside =
    pointer && pointer.x > left - unit && pointer.x < right + unit && pointer.y > top - unit;
  const step = inside ? nearestStep(lines, x.invert(pointer.x)) : undefined;

  return (
    <div ref={root} className="chart" style={size} {...handlers}>
      <svg width={width} height={height} role="img" aria-label={label}>
        <Axes x={x} y={y} xUnit="step" />
        {cursor !== undefined && cursor < steps && (
          <line className="chart-cursor" x1={x.at(cursor)} x2={x.at(cursor)} y1={top} y2={bottom} />
        )}
        <StepCurves lines={lines} marks={marks} x={x} y={y} unit={unit} />
        {step !== undefined && (
          <line className="chart-hairline" x1={x.at(step)} x2={x.at(step)} y1={top} y2={bottom} />
        )}
      </svg>
      <div className="chart-strip">{props.children}</div>
      {step !== undefined && (
        <Readout
          title={`step ${step}`}
          {...(readout.head && { head: readout.head })}
          rows={readout.rows(step)}
          x={x.at(step)}
          width={width}
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
