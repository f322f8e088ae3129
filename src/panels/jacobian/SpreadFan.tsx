import { area } from 'd3-shape';
import type { ReactNode } from 'react';
import type { JacobianStage } from '../../spec/Result.ts';
import { curvePath } from '../chart/curvePath.ts';
import { markerPath, type MarkerShape } from '../chart/markerPath.ts';
import type { Scale } from '../chart/Scale.ts';
import { spreadOf, type Spread } from './spreads.ts';

interface SpreadFanProps {
  /** From the first to the deepest, and where they stand on the axis. */
  readonly stages: readonly JacobianStage[];
  readonly places: readonly number[];
  readonly colour: string;
  readonly shape: MarkerShape;
  readonly x: Scale;
  readonly y: Scale;
  readonly unit: number;
}

/** Singular values against depth: the median as a curve, the quartiles as a band, least and greatest as thin lines. */
export function SpreadFan({
  stages,
  places,
  colour,
  shape,
  x,
  y,
  unit,
}: SpreadFanProps): ReactNode {
  const spreads = stages.map(spreadOf);
  const line = (pick: (spread: Spread) => number) =>
    spreads.map((spread, k) => ({ x: x.at(places[k]!), y: held(y, pick(spread)) }));
  const quarters = line(({ quarter }) => quarter);
  const threes = line(({ threeQuarters }) => threeQuarters);
  const medians = line(({ middle }) => middle);
  const band =
    area<number>()
      .x((k) => quarters[k]!.x)
      .y0((k) => quarters[k]!.y)
      .y1((k) => threes[k]!.y)
      .digits(1)([...quarters.keys()]) ?? '';
  return (
    <g style={{ color: colour }}>
      <path className="chart-band" d={band} fill={colour} />
      <path className="jacobian-extreme" d={curvePath(line(({ least }) => least))} />
      <path className="jacobian-extreme" d={curvePath(line(({ greatest }) => greatest))} />
      <path className="chart-curve network" d={curvePath(medians)} />
      {medians.map((point, k) => (
        <path
          key={places[k]}
          className="chart-mark measured"
          d={markerPath(shape, point.x, point.y, 0.24 * unit)}
        />
      ))}
    </g>
  );
}

/** Pixel of a value; what a log axis cannot show lies just below. */
function held(y: Scale, value: number): number {
  const [bottom, top] = y.range;
  return value > 0 ? Math.min(bottom + 20, Math.max(top - 20, y.at(value))) : bottom + 20;
}
