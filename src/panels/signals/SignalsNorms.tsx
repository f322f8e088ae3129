import { useMemo, type ReactNode } from 'react';
import { armStyles } from '../chart/armStyle.ts';
import { Axes } from '../chart/Axes.tsx';
import { CurveLabels, type CurveLabel } from '../chart/CurveLabels.tsx';
import { curvePath, curvePoints } from '../chart/curvePath.ts';
import { formatNumber } from '../chart/formatNumber.ts';
import { extentOf, hull } from '../chart/Interval.ts';
import { plotArea } from '../chart/plotArea.ts';
import { Readout } from '../chart/Readout.tsx';
import { scaleOf } from '../chart/Scale.ts';
import { niceLinear } from '../chart/ticks.ts';
import { outline, predictedDensity } from './normDensity.ts';
import type { SignalsPictureProps } from './SignalsDepth.tsx';

/** How log-norms of the last hidden layer are spread over draws, with the normal law predicted for them. */
export function SignalsNorms(props: SignalsPictureProps): ReactNode {
  const { arms, size, unit, pointer, label, children } = props;
  const drawn = useMemo(
    () =>
      arms.flatMap(({ label: arm, name, signals }) =>
        signals
          ? [
              {
                arm,
                name,
                norms: signals.logNorm,
                measured: outline(signals.logNorm),
                predicted: predictedDensity(signals.logNorm),
              },
            ]
          : [],
      ),
    [arms],
  );
  const { left, right, top, bottom, mostX, mostY } = plotArea(size, unit, 0);
  const across = hull(drawn.map(({ measured }) => extentOf(measured.x))) ?? [-1, 1];
  const highest = extentOf(
    ...drawn.flatMap(({ measured, predicted }) => [measured.mean, predicted.mean]),
  );
  const x = scaleOf('linear', niceLinear(across), [left, right], { most: mostX });
  const y = scaleOf('linear', [0, 1.05 * (highest?.[1] ?? 1)], [bottom, top], { most: mostY });
  const curves = drawn.map((one) => ({
    ...one,
    ...armStyles[one.arm],
    points: curvePoints(one.measured, x, y),
    expected: curvePoints(one.predicted, x, y).filter(
      (point) => point.x >= left && point.x <= right,
    ),
  }));
  const labels = curves.flatMap(({ arm, name, points, text: colour }): CurveLabel[] =>
    name === '' || points.length === 0 ? [] : [{ key: arm, text: name, curve: points, colour }],
  );
  const inside = pointer && pointer.x > left && pointer.x < right && pointer.y > top;
  return (
    <>
      <svg {...size} role="img" aria-label={label}>
        <Axes x={x} y={y} xUnit="" />
        {curves.map(({ arm, points, colour }) => (
          <path
            key={arm}
            className="signals-outline"
            d={curvePath(points)}
            style={{ color: colour }}
          />
        ))}
        {curves.map(({ arm, expected, colour }) => (
          <path
            key={arm}
            className="chart-curve limit"
            d={curvePath(expected)}
            style={{ color: colour }}
          />
        ))}
        <CurveLabels
          labels={labels}
          others={curves.map(({ expected }) => expected)}
          x={x}
          y={y}
          textSize={unit}
        />
        {children}
      </svg>
      {inside && drawn.length > 0 && (
        <Readout
          title=""
          head={['mean', 'predicted', 'variance', 'predicted']}
          rows={drawn.map(({ arm, name, norms: { mean, variance, predicted } }) => ({
            arm,
            name,
            values: [mean, predicted?.mean, variance, predicted?.variance].map((value) =>
              formatNumber(value ?? NaN),
            ),
          }))}
          x={pointer.x}
          width={size.width}
          top={top}
        />
      )}
    </>
  );
}
