import type { ReactNode } from 'react';
import { ColourBar } from '../chart/ColourBar.tsx';
import type { SamplePair } from '../Panel.ts';
import type { ClassRun } from './classRuns.ts';
import type { KernelCell } from './kernelCells.ts';
import type { KernelLayout } from './kernelLayout.ts';
import { KernelNames } from './KernelNames.tsx';
import type { KernelPicture } from './kernelPicture.ts';
import { blockLines, classTicks, rings } from './mapPaths.ts';
import type { ColourScales } from './useColourScales.ts';

interface KernelMarksProps {
  /** The main numbers in words. */
  readonly label: string;
  readonly width: number;
  readonly height: number;
  /** Font size of small text. */
  readonly unit: number;
  readonly layout: KernelLayout;
  readonly picture: KernelPicture;
  readonly cells: readonly KernelCell[];
  readonly runs: readonly ClassRun[];
  readonly pair: SamplePair | undefined;
  readonly scales: ColourScales;
}

/** Everything but the maps' pixels: names, classes, block lines, the ring around the pair, colour bars. */
export function KernelMarks(props: KernelMarksProps): ReactNode {
  const { label, width, height, unit, layout, picture, cells, runs, pair, scales } = props;
  const { side, columns, rows, bars } = layout;
  const { arms, n, blocks } = picture;
  const shown = cells.filter(({ entries }) => entries);
  const ring = pair ? rings(pair, picture, side, 0.4 * unit) : '';
  return (
    <svg className="kernel-marks" width={width} height={height} role="img" aria-label={label}>
      <KernelNames arms={arms} runs={runs} size={n * blocks} layout={layout} unit={unit} />
      {shown.map(({ row, column }) => (
        <g
          key={`${row} ${column}`}
          transform={`translate(${columns[column] ?? 0},${rows[row] ?? 0})`}
        >
          <path className="kernel-ticks" d={classTicks(runs, n * blocks, side)} />
          <path className="kernel-blocks" d={blockLines(blocks, side)} />
          {/* Light on dark, so that it shows on every colour. */}
          <path className="kernel-ring under" d={ring} />
          <path className="kernel-ring" d={ring} />
        </g>
      ))}
      {(['kernel', 'difference'] as const)
        .filter((scale) => shown.some((cell) => cell.scale === scale))
        .map((scale) => (
          <ColourBar key={scale} {...bars[scale]} {...scales[scale]} unit={unit} />
        ))}
    </svg>
  );
}
