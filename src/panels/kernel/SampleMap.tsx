import { useMemo, type ReactNode } from 'react';
import type { DataResult } from '../../spec/Result.ts';
import { extentOf } from '../chart/Interval.ts';
import type { SamplePair } from '../Panel.ts';

interface SampleMapProps {
  readonly data: DataResult;
  readonly pair: SamplePair;
  readonly side: number;
}

/** All training samples of a plane as small points, the pair among them as rings. */
export function SampleMap({ data, pair, side }: SampleMapProps): ReactNode {
  const points = useMemo(() => {
    const [low, high] = extentOf(data.x) ?? [-1, 1];
    const scale = (side - 8) / (high - low || 1);
    return Array.from({ length: data.n }, (_, k) => ({
      x: 4 + ((data.x[2 * k] ?? NaN) - low) * scale,
      y: side - 4 - ((data.x[2 * k + 1] ?? NaN) - low) * scale,
    }));
  }, [data, side]);
  const dots = points.map(({ x, y }) => `M${x.toFixed(1)},${y.toFixed(1)}h0`).join('');
  return (
    <svg className="kernel-plane" width={side} height={side} aria-hidden="true">
      <path className="dots" d={dots} />
      {[pair.i, pair.j].map((k, place) => {
        const point = points[k];
        return point && <circle key={place} cx={point.x} cy={point.y} r={3.5} />;
      })}
    </svg>
  );
}
