import type { ReactNode } from 'react';
import { HeatMap } from '../chart/HeatMap.tsx';
import type { KernelCell } from './kernelCells.ts';
import type { ColourScale } from './useColourScales.ts';

interface KernelSquareProps {
  readonly cell: KernelCell;
  readonly scale: ColourScale;
  readonly left: number;
  readonly top: number;
  readonly side: number;
  /** Entries along each side. */
  readonly size: number;
  /** Font size of small text. */
  readonly unit: number;
}

/** One map, or an empty frame that says why there is none. */
export function KernelSquare(props: KernelSquareProps): ReactNode {
  const { cell, scale, left, top, side, size, unit } = props;
  const { entries, words, whole, step } = cell;
  const style = { left, top, width: side, height: side };
  if (!entries) {
    return (
      <div className="kernel-empty" style={style} title={whole || undefined}>
        <span>{side >= 6 * unit ? words : words.split(':')[0]}</span>
      </div>
    );
  }
  return (
    <div className="kernel-map" style={style}>
      <HeatMap values={entries} columns={size} {...scale} style={{ width: side, height: side }} />
      {step !== undefined && (
        <span className="kernel-step">
          Θ<sub>{step}</sub>
        </span>
      )}
    </div>
  );
}
