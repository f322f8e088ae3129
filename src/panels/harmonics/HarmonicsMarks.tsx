import type { ReactNode } from 'react';
import { armStyles } from '../chart/armStyle.ts';
import { bandPath, curvePath, curvePoints } from '../chart/curvePath.ts';
import { markerPath } from '../chart/markerPath.ts';
import type { Scale } from '../chart/Scale.ts';
import type { HarmonicsArm } from './harmonicsArms.ts';
import { byParity } from './byParity.ts';
import { harmonicPoints } from './harmonicPoints.ts';

interface HarmonicsMarksProps {
  readonly arm: HarmonicsArm;
  readonly x: Scale;
  readonly y: Scale;
  /** Font size of small text. */
  readonly unit: number;
}

/** An arm's eigenvalues: solid for even k, hollow for odd k, with fitted lines; on the circle the networks as a curve each. */
export function HarmonicsMarks({ arm, x, y, unit }: HarmonicsMarksProps): ReactNode {
  const { label, eigenvalues, network, fit } = arm;
  const { colour, shape } = armStyles[label];
  const points = harmonicPoints(eigenvalues, x, y);
  const path = (odd: boolean, size: number): string =>
    points
      .filter((point) => point.odd === odd)
      .map((point) => markerPath(shape, point.x, point.y, size * unit))
      .join('');
  return (
    <g style={{ color: colour }}>
      {byParity(network).map((series, parity) => (
        <g key={parity}>
          <path className="chart-band" d={bandPath(series, x, y)} fill={colour} />
          <path className="chart-curve network" d={curvePath(curvePoints(series, x, y))} />
        </g>
      ))}
      {Object.entries(fit?.intercepts ?? {}).map(([parity, intercept]) => (
        <path
          key={parity}
          className="chart-curve limit"
          d={curvePath(
            [fit!.from, fit!.to].map((k) => ({
              x: x.at(k),
              y: y.at(Math.exp(intercept + fit!.slope * Math.log(k))),
            })),
          )}
        />
      ))}
      <path className="chart-mark harmonic-odd" d={path(true, 0.26)} />
      <path className="chart-mark measured" d={path(false, 0.24)} />
    </g>
  );
}
