import { useMemo, useRef, type ReactNode } from 'react';
import { armStyles } from '../chart/armStyle.ts';
import { Axes } from '../chart/Axes.tsx';
import { formatNumber } from '../chart/formatNumber.ts';
import { formatTicks } from '../chart/formatTicks.ts';
import { extentOf, type Interval } from '../chart/Interval.ts';
import { Pending } from '../chart/Pending.tsx';
import { plotArea } from '../chart/plotArea.ts';
import { Readout } from '../chart/Readout.tsx';
import { scaleOf } from '../chart/Scale.ts';
import { linearTicks, niceLog } from '../chart/ticks.ts';
import { usePointer } from '../chart/usePointer.ts';
import { useSteadyDomain } from '../chart/useSteadyDomain.ts';
import { useTextSize } from '../chart/useTextSize.ts';
import { armFailure } from '../failureWords.ts';
import type { PlotProps } from '../Panel.ts';
import { stepShown } from '../shown.ts';
import { ChangeFormula } from './ChangeFormula.tsx';
import { MapCurves } from './MapCurves.tsx';
import { changeOption } from './changeOptions.ts';
import { movementArms, type MovementArm } from './movementArms.ts';

/** How far each map's weights, or its part of the kernel, have moved by the shown step; the vertical axis is logarithmic. */
export function ChangeByMap({ results, view, size }: PlotProps): ReactNode {
  const root = useRef<HTMLDivElement>(null);
  const unit = useTextSize(root);
  const { at: pointer, handlers } = usePointer();
  const option = changeOption(view);
  const which = option === 'weights' ? 'weights' : 'kernels';
  const step = stepShown(results, view);
  const arms = useMemo(() => movementArms(results, which, step), [results, which, step]);
  const all = useMemo(() => movementArms(results, which, Infinity), [results, which]);
  // With what has come last in view as well, so that the axis keeps still while a person scrubs.
  const wanted = useMemo(() => movedDomain([...arms, ...all]), [arms, all]);
  const [low, high] = useSteadyDomain(wanted, [0.01, 1], Math.log);
  const maps = Math.max(2, ...arms.map(({ labels }) => labels.length));
  const named = mapNames(arms);
  const { width, height } = size;
  const { x, y } = useMemo(() => {
    const { left, right, top, bottom, mostX, mostY } = plotArea({ width, height }, unit, 1.8);
    // Names need more room than numbers do.
    const room = (right - left) / maps / unit;
    const words = (ticks: readonly number[]): readonly string[] =>
      named.every((name) => 0.62 * name.length < room)
        ? ticks.map((tick) => named[tick - 1] ?? String(tick))
        : formatTicks(ticks);
    return {
      x: scaleOf('linear', [0.6, maps + 0.4], [left, right], {
        most: mostX,
        ticks: linearTicks([1, maps], Math.max(3, mostX)).filter(Number.isInteger),
        words,
      }),
      y: scaleOf('log', [low, high], [bottom, top], { most: mostY }),
    };
  }, [width, height, unit, maps, named, low, high]);
  const [left, right] = x.range;
  const [bottom, top] = y.range;
  const some = arms.some(({ series }) => series.x.length > 0);
  const inside = some && pointer && pointer.x > left && pointer.x < right && pointer.y > top - unit;
  const map = inside ? Math.min(maps, Math.max(1, Math.round(x.invert(pointer.x)))) : undefined;
  return (
    <div ref={root} className="chart" style={size} {...handlers}>
      <svg {...size} role="img" aria-label={mapsLabel(arms, option === 'weights')}>
        <Axes x={x} y={y} xUnit="map" />
        <MapCurves arms={arms} x={x} y={y} unit={unit} />
        {map !== undefined && (
          <line className="chart-hairline" x1={x.at(map)} x2={x.at(map)} y1={top} y2={bottom} />
        )}
        {results.arms.map(({ label, networks }, k) => {
          const failure = armFailure(networks);
          return failure === undefined ? null : (
            <text
              key={label}
              className="chart-label"
              x={right}
              y={top + (1 + 1.4 * k) * unit}
              textAnchor="end"
              fill={armStyles[label].text}
            >
              {arms[k]!.letter + failure}
            </text>
          );
        })}
        <Pending {...{ results, size }} known={arms.some(({ labels }) => labels.length > 0)} />
      </svg>
      <div className="chart-strip">
        <ChangeFormula option={option} />
      </div>
      {map !== undefined && (
        <Readout
          title={named[map - 1] ?? `map ${map}`}
          rows={arms.map(({ arm, name, series }) => ({
            arm,
            name,
            values: [formatNumber(series.mean[series.x.indexOf(map)] ?? NaN)],
          }))}
          x={x.at(map)}
          width={width}
          top={top}
        />
      )}
    </div>
  );
}

/** The maps' names where all arms have the same. */
function mapNames(arms: readonly MovementArm[]): readonly string[] {
  const lists = arms.flatMap(({ labels }) => (labels.length > 0 ? [labels] : []));
  const [first = []] = lists;
  return lists.every((labels) => labels.join() === first.join()) ? first : [];
}

/** Positive values, up to a few powers of ten below the greatest; undefined where there are none. */
function movedDomain(arms: readonly MovementArm[]): Interval | undefined {
  const all = extentOf(
    ...arms.map(({ series }) => [...series.low, ...series.high].filter((value) => value > 0)),
  );
  if (!all) return undefined;
  const [low, high] = niceLog([Math.max(all[0], 1e-5 * all[1]), all[1]]);
  return low < high ? [low, high] : [low / 3, high * 3];
}

function mapsLabel(arms: readonly MovementArm[], weights: boolean): string {
  const facts = arms.flatMap(({ name, labels, series, step }) =>
    series.x.length === 0
      ? []
      : [
          `${name === '' ? 'The network' : name} at step ${step}: ${series.x
            .map((map, k) => `${labels[map - 1] ?? map} ${formatNumber(series.mean[k]!)}`)
            .join(', ')}`,
        ],
  );
  const what = weights ? 'weights' : 'part of the kernel';
  return `Relative change of each map’s ${what}. ${facts.length === 0 ? 'Nothing yet' : facts.join('. ')}.`;
}
