import { useMemo, type ReactNode } from 'react';
import { armStyles } from '../chart/armStyle.ts';
import { Axes } from '../chart/Axes.tsx';
import type { Interval } from '../chart/Interval.ts';
import { markerPath } from '../chart/markerPath.ts';
import { plotArea } from '../chart/plotArea.ts';
import { scaleOf } from '../chart/Scale.ts';
import { linearTicks, niceLinear } from '../chart/ticks.ts';
import { useSteadyDomain } from '../chart/useSteadyDomain.ts';
import type { WeightsArm } from './weightsArms.ts';

interface TailMarksProps {
  readonly arms: readonly WeightsArm[];
  readonly size: { readonly width: number; readonly height: number };
  /** Height of the key above, in font sizes. */
  readonly strip: number;
  /** Font size of small text. */
  readonly unit: number;
}

/** Hill's exponent of every layer with its error: solid where the scheme's tail is a power law, faint where it is not. */
export function TailMarks({ arms, size, strip, unit }: TailMarksProps): ReactNode {
  const [low, high] = useSteadyDomain(
    useMemo(() => exponentDomain(arms), [arms]),
    [0, 4],
  );
  const layers = Math.max(1, ...arms.map(({ matrices }) => matrices.length));
  const { left, right, top, bottom, mostX, mostY } = plotArea(size, unit, strip);
  const x = scaleOf('linear', [0.5, layers + 0.5], [left, right], {
    most: mostX,
    ticks: linearTicks([1, layers], Math.max(3, mostX)).filter(Number.isInteger),
  });
  const y = scaleOf('linear', [low, high], [bottom, top], { most: mostY });
  const apart = Math.min(0.7 * unit, (0.6 * (x.at(2) - x.at(1))) / Math.max(1, arms.length));
  const noneHeavy = arms.every(({ matrices }) => matrices.every(({ heavy }) => !heavy));
  return (
    <>
      <Axes x={x} y={y} xUnit="layer" />
      {arms.map(({ label, matrices }, place) => {
        const { colour, shape } = armStyles[label];
        return (
          <g key={label} style={{ color: colour }}>
            {matrices.map(({ tail: { exponent, error }, heavy }, layer) => {
              if (!Number.isFinite(exponent) || exponent > high) return null;
              const cx = x.at(layer + 1) + (place - (arms.length - 1) / 2) * apart;
              const spread = Number.isFinite(error) ? error : 0;
              return (
                <g key={layer}>
                  <path
                    className={heavy ? 'weights-error' : 'weights-error weights-light'}
                    d={`M${cx.toFixed(1)},${y.at(Math.max(low, exponent - spread)).toFixed(1)}V${y.at(Math.min(high, exponent + spread)).toFixed(1)}`}
                  />
                  <path
                    className={`chart-mark ${heavy ? 'measured' : 'light'}`}
                    d={markerPath(shape, cx, y.at(exponent), 0.3 * unit)}
                  />
                </g>
              );
            })}
          </g>
        );
      })}
      {noneHeavy && arms.some(({ matrices }) => matrices.length > 0) && (
        <text className="chart-tick" x={right} y={bottom} dy="-0.6em" textAnchor="end">
          all tails are light: these exponents mean nothing
        </text>
      )}
    </>
  );
}

/** From zero up to what heavy tails need; where there are none, to what the others give. */
function exponentDomain(arms: readonly WeightsArm[]): Interval | undefined {
  const all = arms.flatMap(({ matrices }) => matrices);
  const heavy = all.filter((matrix) => matrix.heavy);
  const tops = (heavy.length > 0 ? heavy : all)
    .map(({ tail: { exponent, error } }) => exponent + (Number.isFinite(error) ? error : 0))
    .filter(Number.isFinite);
  return tops.length === 0 ? undefined : niceLinear([0, 1.1 * Math.max(...tops)]);
}
