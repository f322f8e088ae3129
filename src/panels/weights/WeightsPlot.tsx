import { useMemo, useRef, type ReactNode } from 'react';
import { ArmKey, armKeyLines } from '../chart/ArmKey.tsx';
import { formatNumber } from '../chart/formatNumber.ts';
import { Pending } from '../chart/Pending.tsx';
import { Readout } from '../chart/Readout.tsx';
import { usePointer } from '../chart/usePointer.ts';
import { useTextSize } from '../chart/useTextSize.ts';
import { someLayers } from '../layers/someLayers.ts';
import type { PlotProps } from '../Panel.ts';
import { cellsLayout } from './cellsLayout.ts';
import { HistogramCells } from './HistogramCells.tsx';
import { SingularCells } from './SingularCells.tsx';
import { TailMarks } from './TailMarks.tsx';
import { weightsArms, weightsCells, type WeightsCell } from './weightsArms.ts';
import { rankWords, varianceWords, weightsLabel } from './weightsWords.ts';

/** The weight matrices at the start: their entries or singular values layer by layer, or how heavy their tails are. */
export function WeightsPlot({ results, view, size }: PlotProps): ReactNode {
  const root = useRef<HTMLDivElement>(null);
  const unit = useTextSize(root);
  const { at: pointer, handlers } = usePointer();
  const arms = useMemo(() => weightsArms(results), [results]);
  const all = useMemo(() => weightsCells(arms), [arms]);
  const { option } = view;
  const keyed = arms.map(({ label, name, failure }) => ({
    label,
    words: [name, failure ?? ''].filter((words) => words !== '').join(', '),
  }));
  const lines = armKeyLines(keyed, size.width, unit);
  const numbered = option === 'singular' || option === 'log';
  const layout = cellsLayout({
    ...size,
    count: all.length,
    top: 1.5 * lines * unit,
    numbered,
    unit,
  });
  const cells = someLayers(all.length, layout.shown).map((layer) => all[layer]!);
  const pointed =
    option === 'tail' || !pointer
      ? undefined
      : cells.findIndex((_, k) => {
          const { x, y } = layout.at(k);
          const [right, below] = [pointer.x - x, pointer.y - y];
          return right >= 0 && right <= layout.width && below >= -unit && below <= layout.height;
        });
  const cell = cells[pointed ?? -1];
  return (
    <div ref={root} className="chart" style={size} {...handlers}>
      <svg {...size} role="img" aria-label={weightsLabel(arms, option)}>
        <ArmKey arms={keyed} x={0} y={unit} width={size.width} unit={unit} />
        {option === 'tail' && <TailMarks {...{ arms, size, unit }} strip={1.5 * lines} />}
        {option === 'singular' && <SingularCells {...{ cells, layout, unit }} />}
        {option !== 'tail' && option !== 'singular' && (
          <HistogramCells {...{ cells, layout, unit }} log={option === 'log'} />
        )}
        <Pending
          {...{ results, size }}
          known={all.length > 0 || arms.some(({ failure }) => failure !== undefined)}
        />
      </svg>
      {cell && <CellReadout cell={cell} layout={layout} k={pointed!} width={size.width} />}
    </div>
  );
}

interface CellReadoutProps {
  readonly cell: WeightsCell;
  readonly layout: ReturnType<typeof cellsLayout>;
  readonly k: number;
  readonly width: number;
}

/** The numbers of the layer under the pointer. */
const CellReadout = ({ cell, layout, k, width }: CellReadoutProps): ReactNode => (
  <Readout
    title={cell.label}
    head={['mean', 'variance × fan-in', 'rank']}
    rows={cell.drawn.map(({ arm, matrix }) => ({
      ...(arm.name !== '' && { arm: arm.label }),
      name: arm.name,
      values: [formatNumber(matrix.mean, 2), varianceWords(matrix), rankWords(matrix)],
    }))}
    x={layout.at(k).x + layout.width / 2}
    width={width}
    top={layout.at(0).y}
  />
);
