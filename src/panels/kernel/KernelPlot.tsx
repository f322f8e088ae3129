import {
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
} from 'react';
import { differenceMap, sequentialMap } from '../chart/colourMaps.ts';
import { HeatMap } from '../chart/HeatMap.tsx';
import { useSteadyDomain } from '../chart/useSteadyDomain.ts';
import { useTextSize } from '../chart/useTextSize.ts';
import type { PlotProps } from '../Panel.ts';
import { kernelStep } from '../shown.ts';
import { classRuns } from './classRuns.ts';
import { kernelCells } from './kernelCells.ts';
import { differenceDomain, kernelDomain, type Compared } from './kernelDomains.ts';
import { KernelHeads } from './KernelHeads.tsx';
import { kernelLayout } from './kernelLayout.ts';
import { KernelMarks } from './KernelMarks.tsx';
import { clampedPair, defaultPair } from './kernelPair.ts';
import { kernelPicture } from './kernelPicture.ts';
import { KernelReadout } from './KernelReadout.tsx';
import { kernelLabel } from './kernelWords.ts';
import { movedPair, pairAt } from './pairAt.ts';

/** Kernels as maps of pixels: a row per arm, at the start, now, what changed, and at infinite width. */
export function KernelPlot({ results, view, size, onHighlight }: PlotProps): ReactNode {
  const root = useRef<HTMLDivElement>(null);
  const unit = useTextSize(root);
  const [compared, setCompared] = useState<Compared>('moved');
  const picture = useMemo(() => kernelPicture(results, view), [results, view]);
  const step = kernelStep(results, view);
  const cells = useMemo(() => kernelCells(picture, step, compared), [picture, step, compared]);
  const runs = useMemo(() => classRuns(results.data), [results.data]);
  const kernels = useSteadyDomain(kernelDomain(results), [0, 1]);
  const moved = useSteadyDomain(differenceDomain(results, 'moved'), [-1, 1]);
  const finite = useSteadyDomain(differenceDomain(results, 'finite'), [-1, 1]);
  const bars = {
    kernel: { map: sequentialMap, domain: kernels },
    difference: { map: differenceMap(view.dark), domain: compared === 'moved' ? moved : finite },
  };
  const layout = kernelLayout({
    ...size,
    rows: Math.max(1, picture.arms.length),
    sharedLimit: picture.sharedLimit,
    classNames: runs.length > 0,
    unit,
  });
  const { n } = picture;
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
      {cells.map(({ row, column, scale, entries, words, whole, step: own }) => {
        const style = {
          left: layout.columns[column] ?? 0,
          top: layout.rows[row] ?? 0,
          width: layout.side,
          height: layout.side,
        };
        const key = `${row} ${column}`;
        if (!entries) {
          return (
            <div key={key} className="kernel-empty" style={style} title={whole || undefined}>
              <span>{layout.side >= 5 * unit ? words : words.split(':')[0]}</span>
            </div>
          );
        }
        return (
          <div key={key} className="kernel-map" style={style}>
            <HeatMap
              values={entries}
              columns={n * picture.blocks}
              {...bars[scale]}
              style={{ width: layout.side, height: layout.side }}
            />
            {own !== undefined && (
              <span className="kernel-step">
                Θ<sub>{own}</sub>
              </span>
            )}
          </div>
        );
      })}
      <KernelMarks
        label={kernelLabel(results, view)}
        {...size}
        {...{ unit, layout, picture, cells, runs, pair, bars }}
      />
      <KernelHeads layout={layout} step={step} compared={compared} onCompare={setCompared} />
      {pair && (
        <KernelReadout
          {...{ picture, pair, unit }}
          data={results.data}
          place={layout.readout ?? floatingPlace(pair.j < n / 2, size.width, layout.head, unit)}
          floating={!layout.readout}
          dark={view.dark}
        />
      )}
    </div>
  );
}

/** Where the readout floats if nothing is free: over the side of the maps away from the pair. */
const floatingPlace = (
  toTheRight: boolean,
  width: number,
  top: number,
  unit: number,
): { x: number; y: number; width: number; height: number; flow: 'column' } => ({
  x: toTheRight ? width - 13 * unit : 3 * unit,
  y: top,
  width: 12 * unit,
  height: 12 * unit,
  flow: 'column',
});
