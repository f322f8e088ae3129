import { useId, useMemo, type ReactNode } from 'react';
import type { DataResult } from '../../spec/Result.ts';
import { armStyles } from '../chart/armStyle.ts';
import { fittedText } from '../chart/fittedText.ts';
import { markerPath } from '../chart/markerPath.ts';
import { RichText } from '../chart/RichText.tsx';
import type { FunctionField } from './functionField.ts';
import type { PlaneCell } from './planeLayout.ts';
import { zeroLines, type Field } from './zeroLines.ts';

interface PlaneMarksProps {
  readonly field: FunctionField;
  readonly cell: PlaneCell;
  readonly data: DataResult | undefined;
  /** Font size of small text. */
  readonly unit: number;
  readonly domain: readonly [columns: Float64Array | undefined, rows: Float64Array | undefined];
}

/** Zero lines and samples over one field, and the arm's name above it. */
export function PlaneMarks({ field, cell, data, unit, domain }: PlaneMarksProps): ReactNode {
  const clip = useId();
  const { arm, shown, single, law } = field;
  const [columns, rows] = domain;
  const across = placeOn(columns, cell.x, cell.width);
  const up = placeOn(rows, cell.y, cell.height);
  const path = (pieces: ReturnType<typeof zeroLines>): string =>
    pieces
      .map(
        ([[ax, ay], [bx, by]]) =>
          `M${across(ax).toFixed(1)},${up(ay).toFixed(1)}L${across(bx).toFixed(1)},${up(by).toFixed(1)}`,
      )
      .join('');
  const lines = useMemo(
    () => ({
      shown: zeroLines(shown ?? nowhere),
      law: zeroLines(law ?? nowhere),
      single: single.map(zeroLines),
    }),
    [shown, law, single],
  );
  const r = Math.min(3, 0.03 * Math.min(cell.width, cell.height));
  return (
    <g>
      <text
        className="chart-label"
        x={cell.x}
        y={cell.y}
        dy="-0.4em"
        fill={armStyles[arm.label].text}
      >
        <RichText
          text={fittedText(
            arm.name + (arm.functions.length === 0 && arm.failure ? `: ${arm.failure}` : ''),
            cell.width,
            unit,
          )}
        />
      </text>
      <clipPath id={clip}>
        <rect x={cell.x} y={cell.y} width={cell.width} height={cell.height} />
      </clipPath>
      {columns && (
        <g clipPath={`url(#${clip})`}>
          {lines.single.map((pieces, k) => (
            <path key={k} className="function-zero single" d={path(pieces)} />
          ))}
          <path className="function-zero law" d={path(lines.law)} />
          <path className="function-zero" d={path(lines.shown)} />
          {data && <PlaneSamples {...{ data, across, up, r }} />}
        </g>
      )}
      <rect
        className="function-frame"
        x={cell.x}
        y={cell.y}
        width={cell.width}
        height={cell.height}
      />
    </g>
  );
}

const nowhere: Field = { values: [], columns: [], rows: [] };

interface PlaneSamplesProps {
  readonly data: DataResult;
  readonly across: (x: number) => number;
  readonly up: (y: number) => number;
  readonly r: number;
}

/** Samples with positive targets as full squares, others as hollow circles. */
function PlaneSamples({ data, across, up, r }: PlaneSamplesProps): ReactNode {
  const { n, x, y, outputs } = data;
  return [false, true].map((positive) => (
    <path
      key={String(positive)}
      className={`function-dot ${positive ? 'above' : 'below'}`}
      d={Array.from({ length: n }, (_, i) => i)
        .filter((i) => y[i * outputs]! > 0 === positive)
        .map((i) =>
          markerPath(positive ? 'square' : 'circle', across(x[2 * i]!), up(x[2 * i + 1]!), r),
        )
        .join('')}
    />
  ));
}

/** Cells of a map are centred on the places of its grid. */
function placeOn(
  places: Float64Array | undefined,
  from: number,
  size: number,
): (value: number) => number {
  const count = places?.length ?? 2;
  const first = places?.[0] ?? 0;
  const last = places?.at(-1) ?? 1;
  return (value) =>
    from + (size * (0.5 + ((count - 1) * (value - first)) / (last - first))) / count;
}
