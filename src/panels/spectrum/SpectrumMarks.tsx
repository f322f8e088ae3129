import { useMemo, type ReactNode } from 'react';
import { armStyles } from '../chart/armStyle.ts';
import { bandPath } from '../chart/curvePath.ts';
import type { Scale } from '../chart/Scale.ts';
import { markPoints, marksPath } from './markPoints.ts';
import type { Spectrum, SpectrumArm } from './spectrumArms.ts';

interface SpectrumMarksProps {
  readonly arm: SpectrumArm;
  readonly x: Scale;
  readonly y: Scale;
  readonly unit: number;
}

/** An arm's eigenvalues: solid as shown with their range, hollow as they were at the start, faint where they are noise. */
export function SpectrumMarks({ arm, x, y, unit }: SpectrumMarksProps): ReactNode {
  const { label, shown, start } = arm;
  const { colour, shape } = armStyles[label];
  const paths = useMemo(() => {
    const path = (spectrum: Spectrum | undefined, noise: boolean, size: number): string => {
      const points = spectrum ? markPoints(spectrum, x, y) : [];
      const wanted = points.filter((point) => point.noise === noise);
      return marksPath(shape, wanted, size * unit);
    };
    return [
      { kind: 'start', d: path(start, false, 0.19) },
      { kind: 'start noise', d: path(start, true, 0.19) },
      { kind: 'measured', d: path(shown, false, 0.22) },
      { kind: 'measured noise', d: path(shown, true, 0.22) },
    ];
  }, [shown, start, shape, x, y, unit]);
  const band = useMemo(() => (shown ? bandPath(shown.series, x, y) : ''), [shown, x, y]);
  return (
    <g style={{ color: colour }}>
      <path className="chart-band" d={band} fill={colour} />
      {paths.map(({ kind, d }) => (
        <path key={kind} className={`chart-mark ${kind}`} d={d} />
      ))}
    </g>
  );
}
