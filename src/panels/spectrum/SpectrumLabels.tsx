import { useMemo, type ReactNode } from 'react';
import { armStyles } from '../chart/armStyle.ts';
import { CurveLabels, type CurveLabel } from '../chart/CurveLabels.tsx';
import type { Scale } from '../chart/Scale.ts';
import { markPoints } from './markPoints.ts';
import { limitName, type LimitSpectrum, type SpectrumArm } from './spectrumArms.ts';

interface SpectrumLabelsProps {
  readonly arms: readonly SpectrumArm[];
  readonly limits: readonly LimitSpectrum[];
  readonly x: Scale;
  readonly y: Scale;
  readonly unit: number;
}

/** Names beside the markers of each arm and the line of each limit. */
export function SpectrumLabels({ arms, limits, x, y, unit }: SpectrumLabelsProps): ReactNode {
  const labels = useMemo(
    (): readonly CurveLabel[] => [
      ...arms.flatMap(({ label, name: text, shown }) =>
        shown && text !== ''
          ? [{ key: label, text, colour: armStyles[label].text, curve: markPoints(shown, x, y) }]
          : [],
      ),
      ...limits.map((limit) => ({
        key: `limit ${limit.labels.join('')}`,
        text: limitName(limit, limits),
        colour: 'var(--ink-2)',
        curve: markPoints(limit.spectrum, x, y),
      })),
    ],
    [arms, limits, x, y],
  );
  const others = useMemo(
    () =>
      arms
        .flatMap(({ name, shown, start }) => [start, name === '' ? shown : undefined])
        .flatMap((spectrum) => (spectrum ? [markPoints(spectrum, x, y)] : [])),
    [arms, x, y],
  );
  return <CurveLabels labels={labels} others={others} x={x} y={y} textSize={unit} />;
}
