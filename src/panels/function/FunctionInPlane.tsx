import { useMemo, type ReactNode } from 'react';
import { ColourBar } from '../chart/ColourBar.tsx';
import { differenceMap } from '../chart/colourMaps.ts';
import { formatNumber } from '../chart/formatNumber.ts';
import { HeatMap } from '../chart/HeatMap.tsx';
import { Readout } from '../chart/Readout.tsx';
import { useSteadyDomain } from '../chart/useSteadyDomain.ts';
import { gridOf } from './functionArms.ts';
import { fieldDomain, functionFields } from './functionField.ts';
import { functionOption, lawOf } from './functionOptions.ts';
import type { FunctionPictureProps } from './FunctionPlot.tsx';
import { planeLayout, type PlaneCell } from './planeLayout.ts';
import { PlaneMarks } from './PlaneMarks.tsx';

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
            unit={unit}
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

const holds = (cell: PlaneCell, at: { readonly x: number; readonly y: number }): boolean =>
  at.x >= cell.x && at.x < cell.x + cell.width && at.y >= cell.y && at.y < cell.y + cell.height;

const nearest = (share: number, count: number): number =>
  Math.min(count - 1, Math.max(0, Math.floor(share * count)));
