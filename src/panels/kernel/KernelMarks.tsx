import type { ReactNode } from 'react';
import { armStyles } from '../chart/armStyle.ts';
import { ColourBar } from '../chart/ColourBar.tsx';
import { markerPath } from '../chart/markerPath.ts';
import { RichText } from '../chart/RichText.tsx';
import type { SamplePair } from '../Panel.ts';
import type { ClassRun } from './classRuns.ts';
import type { KernelCell } from './kernelCells.ts';
import type { KernelLayout } from './kernelLayout.ts';
import type { ColourScales } from './useColourScales.ts';
import type { KernelPicture } from './kernelPicture.ts';

interface KernelMarksProps {
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly unit: number;
  readonly layout: KernelLayout;
  readonly picture: KernelPicture;
  readonly cells: readonly KernelCell[];
  readonly runs: readonly ClassRun[];
  readonly pair: SamplePair | undefined;
  readonly bars: ColourScales;
}

/** Everything but the maps' pixels: arms' names, classes, block lines, the ring around the pair, colour bars. */
export function KernelMarks(props: KernelMarksProps): ReactNode {
  const { label, width, height, unit, layout, picture, cells, runs, pair, bars } = props;
  const { side, columns, rows, names } = layout;
  const size = picture.n * picture.blocks;
  const shown = cells.filter(({ entries }) => entries);
  const longest = Math.max(...picture.arms.map(({ name }) => name.length));
  const whole = (1.1 + 0.58 * longest) * unit <= side;
  return (
    <svg className="kernel-marks" width={width} height={height} role="img" aria-label={label}>
      {picture.arms.map(({ label: arm, name }, row) =>
        name === '' ? null : (
          <ArmName
            key={arm}
            {...{ arm, name, unit, side, whole }}
            x={0.6 * unit}
            y={rows[row] ?? 0}
          />
        ),
      )}
      {rows.map((y, row) => (
        <ClassNames key={row} {...{ runs, side, unit, y }} n={size} x={names} />
      ))}
      {shown.map(({ row, column }) => (
        <g
          key={`${row} ${column}`}
          transform={`translate(${columns[column] ?? 0},${rows[row] ?? 0})`}
        >
          <path className="kernel-ticks" d={classTicks(runs, size, side)} />
          <path className="kernel-blocks" d={blockLines(picture.blocks, side)} />
          {pair && <Ring d={rings(pair, picture, side, 0.4 * unit)} />}
        </g>
      ))}
      {(['kernel', 'difference'] as const)
        .filter((scale) => shown.some((cell) => cell.scale === scale))
        .map((scale) => (
          <ColourBar key={scale} {...layout.bars[scale]} {...bars[scale]} unit={unit} />
        ))}
    </svg>
  );
}

/** Light on dark, so that it shows on every colour. */
const Ring = ({ d }: { readonly d: string }): ReactNode => (
  <>
    <path className="kernel-ring under" d={d} />
    <path className="kernel-ring" d={d} />
  </>
);

interface ArmNameProps {
  readonly arm: KernelPicture['arms'][number]['label'];
  readonly name: string;
  readonly unit: number;
  readonly side: number;
  /** All names fit. */
  readonly whole: boolean;
  readonly x: number;
  readonly y: number;
}

/** An arm's marker and name along the left of its row, reading upwards; the letter alone where the row is low. */
function ArmName({ arm, name, unit, side, whole, x, y }: ArmNameProps): ReactNode {
  const { colour, text, shape } = armStyles[arm];
  return whole ? (
    <g transform={`translate(${x},${y + side}) rotate(-90)`}>
      <path d={markerPath(shape, 0.4 * unit, 0, 0.34 * unit)} fill={colour} />
      <text className="chart-label" x={1.1 * unit} dy="0.35em" fill={text}>
        <RichText text={name} />
      </text>
    </g>
  ) : (
    <g transform={`translate(${x},${y + side / 2})`}>
      <path d={markerPath(shape, 0, -0.6 * unit, 0.34 * unit)} fill={colour} />
      <text className="chart-label" y={0.7 * unit} dy="0.35em" textAnchor="middle" fill={text}>
        {arm}
      </text>
    </g>
  );
}

interface ClassNamesProps {
  readonly runs: readonly ClassRun[];
  readonly n: number;
  readonly side: number;
  readonly unit: number;
  readonly x: number;
  readonly y: number;
}

/** Class names beside the rows that they span, upright if they are short, and only where they fit. */
function ClassNames({ runs, n, side, unit, x, y }: ClassNamesProps): ReactNode {
  return runs.map(({ name, start, end }) => {
    const length = ((end - start) / n) * side;
    const upright = name.length <= 2;
    if (length < (upright ? 0.76 : 0.58 * name.length) * unit) return null;
    const place = `translate(${x + 0.7 * unit},${y + ((start + end) / 2 / n) * side})`;
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

/** Short strokes outside the left and upper edge where one class ends and the next begins, if they are not too close. */
const classTicks = (runs: readonly ClassRun[], n: number, side: number): string =>
  runs.some(({ start, end }) => ((end - start) / n) * side < 5)
    ? ''
    : runs
        .slice(1)
        .map(({ start }) => (start / n) * side)
        .map((at) => `M-4,${at}H0M${at},-4V0`)
        .join('');

/** Lines between the n×n blocks of a full kernel. */
const blockLines = (blocks: number, side: number): string =>
  Array.from({ length: blocks - 1 }, (_, k) => ((k + 1) / blocks) * side)
    .map((at) => `M0,${at}H${side}M${at},0V${side}`)
    .join('');

/** A square around the pair's entry in every diagonal block, never too small to be seen. */
function rings(
  pair: SamplePair,
  { n, blocks }: KernelPicture,
  side: number,
  least: number,
): string {
  const cell = side / (n * blocks);
  const size = Math.max(cell + 2, least);
  return Array.from({ length: blocks }, (_, k) => {
    const x = (k * n + pair.j + 0.5) * cell - size / 2;
    const y = (k * n + pair.i + 0.5) * cell - size / 2;
    return `M${x},${y}h${size}v${size}h${-size}Z`;
  }).join('');
}
