import { useId, useMemo, type ReactNode } from 'react';
import type { DataResult } from '../../spec/Result.ts';
import { armStyles } from '../chart/armStyle.ts';
import { ColourBar } from '../chart/ColourBar.tsx';
import { differenceMap } from '../chart/colourMaps.ts';
import { formatNumber } from '../chart/formatNumber.ts';
import { HeatMap } from '../chart/HeatMap.tsx';
import { markerPath } from '../chart/markerPath.ts';
import { Readout } from '../chart/Readout.tsx';
import { RichText } from '../chart/RichText.tsx';
import { useSteadyDomain } from '../chart/useSteadyDomain.ts';
import { gridOf } from './functionArms.ts';
import { fieldDomain, functionFields, type FunctionField } from './functionField.ts';
import { functionOption, lawOf } from './functionOptions.ts';
import type { FunctionPictureProps } from './FunctionPlot.tsx';
import { planeLayout, type PlaneCell } from './planeLayout.ts';
import { zeroLines, type Field } from './zeroLines.ts';

/** Functions of two inputs, one small map an arm: colours for their sign and size, the line where they are zero, and the samples. */
export function FunctionInPlane(props: FunctionPictureProps): ReactNode {
  const { arms, results, view, size, unit, pointer, label, children } = props;
  const { data } = results;
  const option = functionOption(view);
  const fields = useMemo(() => functionFields(arms, option), [arms, option]);
  const wanted = useMemo(() => fieldDomain(fields, data ? data.y : []), [fields, data]);
  const domain = useSteadyDomain(wanted, [-1, 1]);
  const grid = gridOf(arms);
  const layout = planeLayout(arms.length, size, unit);
  const map = differenceMap(view.dark);
  const law = lawOf(option);
  const pointed = pointer && grid && layout.cells.find((cell) => holds(cell, pointer));
  const read =
    pointed && grid.rows
      ? {
          column: nearest((pointer.x - pointed.x) / pointed.width, grid.columns.length),
          row: nearest((pointer.y - pointed.y) / pointed.height, grid.rows.length),
        }
      : undefined;
  return (
    <>
      {grid &&
        fields.map(({ arm, shown }, k) => {
          const cell = layout.cells[k]!;
          return (
            shown && (
              <HeatMap
                key={arm.label}
                values={shown.values as Float64Array}
                columns={shown.columns.length}
                domain={domain}
                map={map}
                style={{
                  position: 'absolute',
                  left: cell.x,
                  top: cell.y,
                  width: cell.width,
                  height: cell.height,
                }}
              />
            )
          );
        })}
      <svg {...size} role="img" aria-label={label} className="function-plane">
        {fields.map((field, k) => (
          <PlaneMarks
            key={field.arm.label}
            field={field}
            cell={layout.cells[k]!}
            data={data}
            domain={[grid?.columns, grid?.rows]}
          />
        ))}
        {grid && (
          <ColourBar
            map={map}
            domain={domain}
            x={layout.bar.x}
            y={layout.bar.y}
            width={0.7 * unit}
            height={layout.bar.height}
            unit={unit}
          />
        )}
        {children}
      </svg>
      <div className="chart-strip">
        <ul className="chart-key">
          <li>
            <svg viewBox="0 0 22 8" aria-hidden="true">
              <path className="function-zero" d="M1,4H21" />
            </svg>
            f = 0
          </li>
          {law && fields.some((field) => field.law) && (
            <li>
              <svg viewBox="0 0 22 8" aria-hidden="true">
                <path className="function-zero law" d="M1,4H21" />
              </svg>
              of the {law.toUpperCase()}’s mean
            </li>
          )}
        </ul>
      </div>
      {read && grid?.rows && pointer && (
        <Readout
          title={`x = (${formatNumber(grid.columns[read.column]!, 2)}, ${formatNumber(grid.rows[read.row]!, 2)})`}
          rows={fields.flatMap(({ arm, shown }) =>
            shown
              ? [
                  {
                    ...(arms.length > 1 && { arm: arm.label }),
                    name: `${arm.letter}f`,
                    values: [
                      formatNumber(shown.values[read.row * grid.columns.length + read.column]!),
                    ],
                  },
                ]
              : [],
          )}
          x={pointer.x}
          width={size.width}
          top={pointer.y > size.height / 2 ? 2 * unit : pointer.y + unit}
        />
      )}
    </>
  );
}

interface PlaneMarksProps {
  readonly field: FunctionField;
  readonly cell: PlaneCell;
  readonly data: DataResult | undefined;
  readonly domain: readonly [columns: Float64Array | undefined, rows: Float64Array | undefined];
}

/** Zero lines and samples over one field, and the arm's name above it. */
function PlaneMarks({ field, cell, data, domain }: PlaneMarksProps): ReactNode {
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
          text={arm.name + (arm.functions.length === 0 && arm.failure ? `: ${arm.failure}` : '')}
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

const holds = (cell: PlaneCell, at: { readonly x: number; readonly y: number }): boolean =>
  at.x >= cell.x && at.x < cell.x + cell.width && at.y >= cell.y && at.y < cell.y + cell.height;

const nearest = (share: number, count: number): number =>
  Math.min(count - 1, Math.max(0, Math.floor(share * count)));
