import { useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import type { DataPoint } from '../../nn/dataPoints.ts';
import { formatNumber } from '../chart/formatNumber.ts';
import { movedSample } from './movedSample.ts';

interface SampleHandleProps {
  readonly index: number;
  readonly point: DataPoint;
  /** Pixels of the point, and the point at given pixels, within the plot. */
  readonly at: { readonly x: number; readonly y: number };
  readonly pointAt: (x: number, y: number) => DataPoint;
  readonly range: readonly [low: number, high: number];
  /** What the axis counts: "x", "angle πx, x". */
  readonly axis: string;
  readonly onMove: (point: DataPoint, settled: boolean) => void;
}

/** Half of what a finger or pointer can take hold of. */
const reach = 9;

/** A sample to be dragged, or moved with the arrow keys. */
export function SampleHandle(props: SampleHandleProps): ReactNode {
  const { index, point, at, pointAt, range, axis, onMove } = props;
  const grabbed = useRef<{ x: number; y: number; from: DataPoint; to: DataPoint }>(undefined);

  const onPointerDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    grabbed.current = {
      x: event.clientX - at.x,
      y: event.clientY - at.y,
      from: point,
      to: point,
    };
  };
  const onPointerMove = (event: PointerEvent): void => {
    const grab = grabbed.current;
    if (!grab) return;
    const to = pointAt(event.clientX - grab.x, event.clientY - grab.y);
    if (to.x === grab.to.x && to.y === grab.to.y) return;
    grabbed.current = { ...grab, to };
    onMove(to, false);
  };
  const onPointerEnd = (): void => {
    const grab = grabbed.current;
    grabbed.current = undefined;
    if (grab && grab.to !== grab.from) onMove(grab.to, true);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = movedSample(point, event.key, event.shiftKey);
    if (!to) return;
    // The page has uses of its own for arrows.
    event.preventDefault();
    event.stopPropagation();
    onMove(to, true);
  };
  return (
    <div
      className="function-handle"
      style={{ left: at.x - reach, top: at.y - reach, width: 2 * reach, height: 2 * reach }}
      role="slider"
      tabIndex={0}
      aria-roledescription="sample"
      aria-label={`Sample ${index + 1}`}
      aria-orientation="vertical"
      aria-valuemin={range[0]}
      aria-valuemax={range[1]}
      aria-valuenow={point.y}
      aria-valuetext={`${axis} ${formatNumber(point.x)}, y ${formatNumber(point.y)}`}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerEnd}
      onPointerCancel={onPointerEnd}
      onLostPointerCapture={onPointerEnd}
      onKeyDown={onKeyDown}
    >
      <svg
        width={2 * reach}
        height={2 * reach}
        viewBox={`${-reach} ${-reach} ${2 * reach} ${2 * reach}`}
      >
        <circle className="function-sample movable" r={4.5} />
      </svg>
    </div>
  );
}
