import { useMemo, type ReactNode } from 'react';
import { ArmKey, armKeyLines } from '../chart/ArmKey.tsx';
import { armStyles } from '../chart/armStyle.ts';
import { Axes } from '../chart/Axes.tsx';
import { formatNumber } from '../chart/formatNumber.ts';
import { extentOf } from '../chart/Interval.ts';
import { markerPath } from '../chart/markerPath.ts';
import { plotArea } from '../chart/plotArea.ts';
import { Readout } from '../chart/Readout.tsx';
import { scaleOf } from '../chart/Scale.ts';
import { niceLinear } from '../chart/ticks.ts';
import { useSteadyDomain } from '../chart/useSteadyDomain.ts';
import type { FunctionPictureProps } from './FunctionPlot.tsx';
import { nearestPoint } from './nearestPoint.ts';
import { testArms } from './testArms.ts';
import { lawName, testLabel } from './testWords.ts';

/** Outputs of the first networks on test samples, against what infinitely wide ones come to: on the diagonal where they agree. */
export function FunctionOfTests(props: FunctionPictureProps): ReactNode {
  const { results, view, size, unit, pointer, children } = props;
  const arms = useMemo(() => testArms(results, view), [results, view]);
  const wanted = extentOf(
    ...arms.map(({ points }) =>
      points.flatMap(({ f, mean, deviation }) => [f, mean - 2 * deviation, mean + 2 * deviation]),
    ),
  );
  const domain = useSteadyDomain(wanted && niceLinear(wanted), [-1, 1]);
  const keyed = arms.map(({ label, name }) => ({ label, words: name }));
  const lines = armKeyLines(keyed, size.width, unit);
  const { left, right, top, bottom, mostX, mostY } = plotArea(size, unit, 1.8 + 1.4 * lines);
  const x = scaleOf('linear', domain, [left, right], { most: mostX });
  const y = scaleOf('linear', domain, [bottom, top], { most: mostY });
  const read = pointer && nearestPoint(arms, pointer, { x, y, reach: 2 * unit });
  const few = arms.reduce((sum, { points }) => sum + points.length, 0) <= 300;
  const [low, high] = domain;
  return (
    <>
      <svg {...size} role="img" aria-label={testLabel(results, view)}>
        <Axes x={x} y={y} xUnit="" />
        <path
          className="function-aim"
          d={`M${x.at(low)},${y.at(low)}L${x.at(high)},${y.at(high)}`}
        />
        {arms.map(({ label, points }) => (
          <g key={label} style={{ color: armStyles[label].colour }}>
            {few && (
              <path
                className="function-whisker"
                d={points
                  .map(
                    ({ f, mean, deviation }) =>
                      `M${x.at(mean - 2 * deviation).toFixed(1)},${y.at(f).toFixed(1)}H${x.at(mean + 2 * deviation).toFixed(1)}`,
                  )
                  .join('')}
              />
            )}
            <path
              className="chart-mark measured"
              d={points
                .map(({ f, mean }) =>
                  markerPath(armStyles[label].shape, x.at(mean), y.at(f), 0.24 * unit),
                )
                .join('')}
            />
          </g>
        ))}
        {read && (
          <path
            className="function-read"
            d={markerPath('circle', x.at(read.point.mean), y.at(read.point.f), 0.55 * unit)}
          />
        )}
        <ArmKey arms={keyed} x={0} y={2.9 * unit} width={size.width} unit={unit} />
        {children}
      </svg>
      <div className="chart-strip">
        <ul className="chart-key">
          <li>↑ network</li>
          <li>
            → {lawName(arms, view)}, mean{few ? ' ± 2σ' : ''}
          </li>
          <li>
            <svg viewBox="0 0 22 8" aria-hidden="true">
              <path className="function-aim" d="M1,7L21,1" />
            </svg>
            equal
          </li>
        </ul>
      </div>
      {read && (
        <Readout
          title={`test sample ${read.point.index}`}
          rows={[
            {
              ...(arms.length > 1 && { arm: read.arm.label }),
              name: `${read.arm.letter}f`,
              values: [formatNumber(read.point.f)],
            },
            {
              name: 'mean ± σ',
              values: [
                `${formatNumber(read.point.mean)} ± ${formatNumber(read.point.deviation, 2)}`,
              ],
            },
            { name: 'target', values: [formatNumber(read.point.target)] },
          ]}
          x={x.at(read.point.mean)}
          width={size.width}
          top={top}
        />
      )}
    </>
  );
}
