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
import { linearTicks, niceLinear } from '../chart/ticks.ts';
import { useSteadyDomain } from '../chart/useSteadyDomain.ts';
import type { FunctionPictureProps } from './FunctionPlot.tsx';
import { worstSamples } from './worstSamples.ts';

/** Where inputs have too many dimensions to be an axis: outputs of the first networks sample by sample, beside the targets. */
export function FunctionBySample(props: FunctionPictureProps): ReactNode {
  const { results, view, size, unit, pointer, label, children } = props;
  const { data } = results;
  const arms = useMemo(() => worstSamples(results, view), [results, view]);
  const outputs = data?.outputs ?? 1;
  const n = data?.n ?? 1;
  const targets = useMemo(
    () => Array.from({ length: data?.n ?? 0 }, (_, i) => data!.y[i * data!.outputs]!),
    [data],
  );
  const wanted = extentOf(
    targets,
    ...arms.map(({ samples }) => samples.map((one) => one.outputs[0]!)),
  );
  const [low, high] = useSteadyDomain(wanted && niceLinear(wanted), [-1, 1]);
  const keyed = arms.map(({ label: arm, name }) => ({ label: arm, words: name }));
  const lines = armKeyLines(keyed, size.width, unit);
  const { left, right, top, bottom, mostX, mostY } = plotArea(size, unit, 1.8 + 1.4 * lines);
  const x = scaleOf('linear', [-0.5, n - 0.5], [left, right], {
    most: mostX,
    ticks: linearTicks([0, n - 1], Math.max(3, mostX)).filter(Number.isInteger),
  });
  const y = scaleOf('linear', [low, high], [bottom, top], { most: mostY });
  const r = Math.max(1.2, Math.min(0.26 * unit, (0.6 * (right - left)) / n));
  const half = Math.max(1, (0.45 * (right - left)) / n);
  const inside = pointer && pointer.x > left && pointer.x < right && pointer.y > top - unit;
  const read =
    inside && data ? Math.min(n - 1, Math.max(0, Math.round(x.invert(pointer.x)))) : undefined;
  return (
    <>
      <svg {...size} role="img" aria-label={label}>
        <Axes x={x} y={y} xUnit="sample" />
        <path
          className="function-aim"
          d={targets
            .map(
              (value, i) =>
                `M${(x.at(i) - half).toFixed(1)},${y.at(value).toFixed(1)}h${(2 * half).toFixed(1)}`,
            )
            .join('')}
        />
        {arms.map(({ label: arm, samples }) => (
          <path
            key={arm}
            className="chart-mark measured"
            d={samples
              .filter((one) => Number.isFinite(one.outputs[0]))
              .map((one) =>
                markerPath(armStyles[arm].shape, x.at(one.index), y.at(one.outputs[0]!), r),
              )
              .join('')}
            style={{ color: armStyles[arm].colour }}
          />
        ))}
        <ArmKey arms={keyed} x={0} y={2.9 * unit} width={size.width} unit={unit} />
        {children}
      </svg>
      <div className="chart-strip">
        <ul className="chart-key">
          <li>
            <svg viewBox="0 0 22 8" aria-hidden="true">
              <path className="function-aim" d="M1,4H21" />
            </svg>
            target
          </li>
          <li>
            <svg viewBox="0 0 12 8" aria-hidden="true">
              <path className="chart-mark measured" d={markerPath('circle', 6, 4, 3)} />
            </svg>
            {outputs > 1 ? 'first output' : 'output'}
          </li>
        </ul>
      </div>
      {read !== undefined && (
        <Readout
          title={`sample ${read}`}
          rows={[
            { name: 'target', values: [formatNumber(targets[read] ?? NaN)] },
            ...arms.flatMap(({ label: arm, letter, samples }) => {
              const one = samples.find(({ index }) => index === read);
              return one
                ? [
                    {
                      ...(arms.length > 1 && { arm }),
                      name: `${letter}f`,
                      values: [formatNumber(one.outputs[0]!)],
                    },
                  ]
                : [];
            }),
          ]}
          x={x.at(read)}
          width={size.width}
          top={top}
        />
      )}
    </>
  );
}
