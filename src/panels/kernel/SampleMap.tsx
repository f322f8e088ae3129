import { useMemo, type ReactNode } from 'react';
import type { DataResult } from '../../spec/Result.ts';
import { extentOf, type Interval } from '../chart/Interval.ts';
import type { SamplePair } from '../Panel.ts';

interface SampleMapProps {
  readonly data: DataResult;
  readonly pair: SamplePair;
  /** Width and height in pixels. */
  readonly side: number;
}

/** All training samples as small points, the pair among them as rings: in the plane, or as a target over one input. */
export function SampleMap({ data, pair, side }: SampleMapProps): ReactNode {
  const points = useMemo(() => {
    const { x, y, n, inputs, outputs } = data;
    const across = column(x, inputs, 0, n);
    const up = inputs === 1 ? column(y, outputs, 0, n) : column(x, inputs, 1, n);
    // One unit in the plane is as long across as up.
    const [ofAcross, ofUp] =
      inputs === 1 ? [extentOf(across), extentOf(up)] : [extentOf(x), extentOf(x)];
    const place = (value: number, [low, high]: Interval = [0, 1]): number =>
      4 + ((value - low) / (high - low || 1)) * (side - 8);
    return across.map((value, k) => ({
      x: place(value, ofAcross),
      y: side - place(up[k]!, ofUp),
    }));
  }, [data, side]);
  const dots = points
    .filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))
    .map(({ x, y }) => `M${x.toFixed(1)},${y.toFixed(1)}h0`);
  return (
    <svg className="kernel-plane" width={side} height={side} aria-hidden="true">
      <path className="dots" d={dots.join('')} />
      {[pair.i, pair.j].map((k, place) => {
        const point = points[k];
        return point && <circle key={place} cx={point.x} cy={point.y} r={3.5} />;
      })}
    </svg>
  );
}

/** One column of an n×width matrix. */
const column = (values: Float64Array, width: number, place: number, n: number): readonly number[] =>
  Array.from({ length: n }, (_, k) => values[k * width + place] ?? NaN);
