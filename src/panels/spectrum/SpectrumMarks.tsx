import type { ReactNode } from 'react';
import { armStyles } from '../chart/armStyle.ts';
import type { Scale } from '../chart/Scale.ts';
import { markPoints, marksPath } from './markPoints.ts';
import type { SpectrumArm } from './spectrumArms.ts';

interface SpectrumMarksProps {
  readonly arm: SpectrumArm;
  readonly x: Scale;
  readonly y: Scale;
  readonly unit: number;
}

/** An arm's eigenvalues: solid as shown, hollow as they were at the start, faint where they are noise. */
export function SpectrumMarks({ arm, x, y, unit }: SpectrumMarksProps): ReactNode {
  const { colour, shape } = armStyles[arm.label];
  const start = arm.start ? markPoints(arm.start, x, y) : [];
  const shown = arm.shown ? markPoints(arm.shown, x, y) : [];
  const path = (points: typeof shown, noise: boolean, r: number): string =>
    marksPath(
      shape,
      points.filter((point) => point.noise === noise),
      r * unit,
    );
  return (
    <g style={{ color: colour }}>
      <path className="chart-mark start" d={path(start, false, 0.19)} />
      <path className="chart-mark start noise" d={path(start, true, 0.19)} />
      <path className="chart-mark measured" d={path(shown, false, 0.22)} />
      <path className="chart-mark measured noise" d={path(shown, true, 0.22)} />
    </g>
  );
}
