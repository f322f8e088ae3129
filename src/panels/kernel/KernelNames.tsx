import type { ReactNode } from 'react';
import { armStyles } from '../chart/armStyle.ts';
import { markerPath } from '../chart/markerPath.ts';
import { RichText } from '../chart/RichText.tsx';
import type { ClassRun } from './classRuns.ts';
import type { KernelLayout } from './kernelLayout.ts';
import type { ArmKernels } from './kernelPicture.ts';

interface KernelNamesProps {
  readonly arms: readonly ArmKernels[];
  readonly runs: readonly ClassRun[];
  /** Entries along each side of a map. */
  readonly size: number;
  readonly layout: KernelLayout;
  readonly unit: number;
}

/** Left of the maps: whose they are, and which rows belong to which class. */
export function KernelNames({ arms, runs, size, layout, unit }: KernelNamesProps): ReactNode {
  const { side, rows, names } = layout;
  const longest = Math.max(...arms.map(({ name }) => name.length));
  const whole = (1.1 + 0.58 * longest) * unit <= side;
  return rows.map((top, row) => {
    const arm = arms[row];
    return (
      <g key={row} transform={`translate(0,${top})`}>
        {arm && arm.name !== '' && (
          <g transform={`translate(${0.6 * unit},${whole ? side : side / 2})`}>
            {whole ? <WholeName arm={arm} unit={unit} /> : <Letter arm={arm} unit={unit} />}
          </g>
        )}
        <g transform={`translate(${names + 0.6 * unit},0)`}>
          <ClassNames runs={runs} size={size} side={side} unit={unit} />
        </g>
      </g>
    );
  });
}

interface ArmNameProps {
  readonly arm: ArmKernels;
  readonly unit: number;
}

/** An arm's marker and name, reading upwards. */
function WholeName({ arm, unit }: ArmNameProps): ReactNode {
  const { colour, text, shape } = armStyles[arm.label];
  return (
    <g transform="rotate(-90)">
      <path d={markerPath(shape, 0.4 * unit, 0, 0.34 * unit)} fill={colour} />
      <text className="chart-label" x={1.1 * unit} dy="0.35em" fill={text}>
        <RichText text={arm.name} />
      </text>
    </g>
  );
}

/** An arm's marker above its letter, for low rows. */
function Letter({ arm, unit }: ArmNameProps): ReactNode {
  const { colour, text, shape } = armStyles[arm.label];
  return (
    <>
      <path d={markerPath(shape, 0, -0.6 * unit, 0.34 * unit)} fill={colour} />
      <text className="chart-label" y={0.7 * unit} dy="0.35em" textAnchor="middle" fill={text}>
        {arm.label}
      </text>
    </>
  );
}

interface ClassNamesProps {
  readonly runs: readonly ClassRun[];
  readonly size: number;
  readonly side: number;
  readonly unit: number;
}

/** Class names beside the rows that they span, upright if they are short, and only where they fit. */
function ClassNames({ runs, size, side, unit }: ClassNamesProps): ReactNode {
  return runs.map(({ name, start, end }) => {
    const length = ((end - start) / size) * side;
    const upright = name.length <= 2;
    if (length < (upright ? 0.76 : 0.58 * name.length) * unit) return null;
    const place = `translate(0,${((start + end) / 2 / size) * side})`;
    return (
      <text
        key={start}
        className="chart-tick"
        transform={upright ? place : `${place} rotate(-90)`}
        dy="0.35em"
        textAnchor="middle"
      >
        {name}
      </text>
    );
  });
}
