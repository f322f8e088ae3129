import {
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
} from 'react';
import { useTextSize } from '../chart/useTextSize.ts';
import type { PlotProps } from '../Panel.ts';
import { kernelStep } from '../shown.ts';
import { classRuns, outputRuns } from './classRuns.ts';
import { kernelCells } from './kernelCells.ts';
import type { Compared } from './kernelDomains.ts';
import { KernelHeads } from './KernelHeads.tsx';
import { kernelLayout } from './kernelLayout.ts';
import { KernelMarks } from './KernelMarks.tsx';
import { clampedPair, defaultPair } from './kernelPair.ts';
import { kernelPicture } from './kernelPicture.ts';
import { KernelReadout } from './KernelReadout.tsx';
import { KernelSquare } from './KernelSquare.tsx';
import { kernelLabel } from './kernelWords.ts';
import { movedPair, pairAt } from './pairAt.ts';
import { useColourScales } from './useColourScales.ts';

/** Kernels as maps of pixels: a row per arm, at the start, now, what changed, and at infinite width. */
export function KernelPlot({ results, view, size, onHighlight }: PlotProps): ReactNode {
  const root = useRef<HTMLDivElement>(null);
  const unit = useTextSize(root);
  const [compared, setCompared] = useState<Compared>('moved');
  const picture = useMemo(() => kernelPicture(results, view), [results, view]);
  const step = kernelStep(results, view);
  const cells = useMemo(() => kernelCells(picture, step, compared), [picture, step, compared]);
  const { n, blocks } = picture;
  const runs = useMemo(
    () => (blocks > 1 ? outputRuns(n, blocks) : classRuns(results.data)),
    [results.data, n, blocks],
  );
  const scales = useColourScales(results, compared, view.dark);
  const layout = kernelLayout({
    ...size,
    rows: Math.max(1, picture.arms.length),
    sharedLimit: picture.sharedLimit,
    // Most data have classes, and the maps should not move when the data come.
    classNames: results.data === undefined || runs.length > 0,
    unit,
  });
  const chosen = view.highlight && n > 0 ? clampedPair(view.highlight, n) : undefined;
  const pair = chosen ?? (layout.readout ? defaultPair(results.data, n) : undefined);

  const point = (event: PointerEvent): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const found = pairAt(event.clientX - box.left, event.clientY - box.top, layout, cells, picture);
    if (found && (found.i !== view.highlight?.i || found.j !== view.highlight.j)) {
      onHighlight(found);
    }
  };
  const press = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || n === 0) return;
    if (event.key === 'Escape' && view.highlight) {
      // Escape would also close the dialog that an enlarged panel is in.
      event.stopPropagation();
      onHighlight(undefined);
      return;
    }
    const next = movedPair(pair ?? { i: 0, j: 0 }, event.key, event.shiftKey ? 10 : 1);
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    onHighlight(clampedPair(next, n));
  };

  return (
    <div
      ref={root}
      className="chart kernel"
      style={size}
      role="application"
      aria-label="Kernel maps. Arrow keys move to another pair of samples, Escape lets go."
      tabIndex={0}
      onPointerMove={point}
      onPointerDown={point}
      onPointerLeave={(event) => {
        if (event.pointerType === 'mouse' && view.highlight) onHighlight(undefined);
      }}
      onKeyDown={press}
    >
      {cells.map((cell) => (
        <KernelSquare
          key={`${cell.row} ${cell.column}`}
          {...{ cell, unit }}
          scale={scales[cell.scale]}
          left={layout.columns[cell.column] ?? 0}
          top={layout.rows[cell.row] ?? 0}
          side={layout.side}
          size={n * blocks}
        />
      ))}
      <KernelMarks
        label={kernelLabel(results, view)}
        {...size}
        {...{ unit, layout, picture, cells, runs, pair, scales }}
      />
      <KernelHeads
        layout={layout}
        unit={unit}
        step={step}
        compared={compared}
        onCompare={setCompared}
      />
      {pair && (
        <KernelReadout
          {...{ picture, pair, unit }}
          data={results.data}
          chosen={chosen !== undefined}
          place={layout.readout}
          head={layout.head}
          dark={view.dark}
        />
      )}
    </div>
  );
}
