import { useMemo, useState, type ReactNode } from 'react';
import { pointBounds, writePoints, type DataPoint } from '../../nn/dataPoints.ts';
import type { Experiment } from '../../spec/Experiment.ts';
import { Axes } from '../chart/Axes.tsx';
import { formatNumber } from '../chart/formatNumber.ts';
import { extentOf, type Interval } from '../chart/Interval.ts';
import { plotArea } from '../chart/plotArea.ts';
import { Readout } from '../chart/Readout.tsx';
import { scaleOf } from '../chart/Scale.ts';
import { placeAt, type Series } from '../chart/Series.ts';
import { useSteadyDomain } from '../chart/useSteadyDomain.ts';
import { FunctionCurves } from './FunctionCurves.tsx';
import { FunctionKey } from './FunctionKey.tsx';
import { functionDomain, functionLines, mostBands } from './functionLines.ts';
import type { FunctionPictureProps } from './FunctionPlot.tsx';
import { functionOption, lawOf } from './functionOptions.ts';
import { functionSamples, targetPoints } from './functionSamples.ts';
import { roundedPoint } from './movedSample.ts';
import { SampleHandle } from './SampleHandle.tsx';

/** Samples that have been moved here, until the results are of an experiment that knows. */
interface Moved {
  readonly points: readonly DataPoint[];
  /** Present while one is being dragged: the axes keep still. */
  readonly axes?: { readonly across: Interval; readonly up: Interval };
  /** What was shown when it was let go. */
  readonly experiment: Experiment;
}

/** Functions of one input, or around the circle, with the samples, which can be moved if they are points of a person's own. */
export function FunctionOnLine(props: FunctionPictureProps): ReactNode {
  const { arms, results, view, size, unit, pointer, label, onSetShared, children } = props;
  const { experiment } = results;
  const [moved, setMoved] = useState<Moved>();
  if (moved && !moved.axes && moved.experiment !== experiment) setMoved(undefined);
  const drawn = useMemo(() => functionSamples(results), [results]);
  const { place } = drawn;
  const points = moved?.points ?? drawn.points;
  const samples = points
    ? points.map((point) => ({ x: place(point.x), y: point.y }))
    : drawn.samples;
  const option = functionOption(view);
  const lines = useMemo(() => functionLines(arms, { option }), [arms, option]);
  const target = useMemo(() => targetPoints(results), [results]);

  const round = props.shape === 'circle';
  const known = lines[0]?.series.x;
  const wantedAcross = round
    ? ([0, 360] as const)
    : (extentOf(known ?? []) ?? around(samples.map(({ x }) => x)));
  const steadyAcross = useSteadyDomain(wantedAcross, [-1, 1]);
  const steadyUp = useSteadyDomain(
    functionDomain(
      lines,
      [...samples, ...target].map(({ y }) => y),
    ),
    [-1, 1],
  );
  const across =
    moved?.axes?.across ??
    (round ? ([0, 360] as const) : ((known && extentOf(known)) ?? steadyAcross));
  const up = moved?.axes?.up ?? steadyUp;
  const [x0, x1] = across;
  const [y0, y1] = up;
  const { width, height } = size;
  const { x, y } = useMemo(() => {
    const { left, right, top, bottom, mostX, mostY } = plotArea({ width, height }, unit, 1.8);
    return {
      x: scaleOf('linear', [x0, x1], [left, right], {
        most: mostX,
        ...(round && {
          ticks: mostX >= 9 ? [0, 45, 90, 135, 180, 225, 270, 315, 360] : [0, 90, 180, 270, 360],
          words: (ticks) => ticks.map((tick) => `${tick}°`),
        }),
      }),
      y: scaleOf('linear', [y0, y1], [bottom, top], { most: mostY }),
    };
  }, [width, height, unit, round, x0, x1, y0, y1]);
  const [left, right] = x.range;
  const [bottom, top] = y.range;
  const inside =
    lines.length > 0 &&
    !moved?.axes &&
    pointer &&
    pointer.x >= left &&
    pointer.x <= right &&
    pointer.y > top - unit;
  const at = inside ? x.invert(pointer.x) : undefined;
  const law = lawOf(option);

  const move = (index: number, to: DataPoint, settled: boolean): void => {
    if (!points || !onSetShared) return;
    const next = points.with(index, to);
    setMoved({ points: next, experiment, ...(!settled && { axes: { across, up } }) });
    onSetShared({ 'data.samples': writePoints(next) }, settled);
  };
  const pointAt = (px: number, py: number): DataPoint =>
    roundedPoint({
      x: drawn.x(x.invert(within(px, left, right))),
      y: y.invert(within(py, top, bottom)),
    });

  return (
    <>
      <svg {...size} role="img" aria-label={label}>
        <Axes x={x} y={y} xUnit={round ? '' : 'x'} />
        <FunctionCurves {...{ lines, target, x, y, unit }} bands={arms.length <= mostBands} />
        {at !== undefined && (
          <line className="chart-hairline" x1={x.at(at)} x2={x.at(at)} y1={top} y2={bottom} />
        )}
        {!(points && onSetShared) && (
          <path
            className={samples.length > 100 ? 'function-samples many' : 'function-samples'}
            strokeWidth={dotWidth(samples.length, right - left).toFixed(1)}
            d={samples
              .filter((sample) => Number.isFinite(sample.y))
              .map((sample) => `M${x.at(sample.x).toFixed(1)},${y.at(sample.y).toFixed(1)}h0`)
              .join('')}
          />
        )}
        {children}
      </svg>
      <div className="chart-strip">
        <FunctionKey
          law={
            law && arms.some((arm) => arm.law) ? lawKey(law.toUpperCase(), arms.length) : undefined
          }
          single={option === 'single'}
          band={arms.some(({ functions }) => functions.length > 1)}
          target={target.length > 0}
        />
      </div>
      {points &&
        onSetShared &&
        points.map((point, index) => (
          <SampleHandle
            key={index}
            index={index}
            point={point}
            at={{
              x: within(x.at(place(point.x)), left, right),
              y: within(y.at(point.y), top, bottom),
            }}
            pointAt={pointAt}
            range={[-pointBounds.size, pointBounds.size]}
            axis={round ? 'angle πx with x' : 'x'}
            onMove={(to, settled) => move(index, to, settled)}
          />
        ))}
      {at !== undefined && (
        <Readout
          title={round ? `${Math.round(at)}°` : `x = ${formatNumber(at)}`}
          rows={[...lines]
            .reverse()
            .filter(({ role }) => role !== 'single')
            .map(({ arm, role, name, series }) => ({
              ...(role === 'network' && arms.length > 1 && { arm }),
              name,
              values: [valueWords(series, at)],
            }))}
          x={x.at(at)}
          width={width}
          top={top}
        />
      )}
    </>
  );
}

/** Dots as wide as leaves a gap between neighbours at even distances, as far as they can still be seen. */
const dotWidth = (count: number, width: number): number =>
  Math.max(2.4, Math.min(5, (0.45 * width) / count));

const within = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, value));

const lawKey = (law: string, arms: number): string => (arms <= mostBands ? `${law} ± 2σ` : law);

/** Before any result, the samples' own range with some room. */
function around(values: readonly number[]): Interval | undefined {
  const range = extentOf(values);
  if (!range) return undefined;
  const beyond = range[1] > range[0] ? 0.15 * (range[1] - range[0]) : 1;
  return [range[0] - beyond, range[1] + beyond];
}

/** "0.31 ± 0.12", between two places of the grid taken as straight. */
function valueWords(series: Series, at: number): string {
  const k = Math.max(0, placeAt(series, at));
  const [from = 0, to = from] = [series.x[k], series.x[k + 1]];
  const share = to > from ? (at - from) / (to - from) : 0;
  const value = (list: readonly number[]): number => {
    const [a = NaN, b = a] = [list[k], list[k + 1]];
    return a + share * (b - a);
  };
  const half = (value(series.high) - value(series.low)) / 2;
  const mean = formatNumber(value(series.mean));
  return series.count < 2 || half === 0 ? mean : `${mean} ± ${formatNumber(half, 2)}`;
}
