import { useMemo, useRef, type ReactNode } from 'react';
import { armStyles } from '../chart/armStyle.ts';
import { Axes } from '../chart/Axes.tsx';
import { CurveLabels, type CurveLabel } from '../chart/CurveLabels.tsx';
import { curvePath, type Point } from '../chart/curvePath.ts';
import { formatNumber } from '../chart/formatNumber.ts';
import { extentOf, type Interval } from '../chart/Interval.ts';
import { markerPath } from '../chart/markerPath.ts';
import { plotArea } from '../chart/plotArea.ts';
import { scaleOf, type Scale } from '../chart/Scale.ts';
import { niceLog } from '../chart/ticks.ts';
import { useSteadyDomain } from '../chart/useSteadyDomain.ts';
import { useTextSize } from '../chart/useTextSize.ts';
import type { PlotProps } from '../Panel.ts';
import { stepShown } from '../shown.ts';
import { widthMeans, widthSlopes, type WidthLine } from './widthSlopes.ts';

const guides = [
  { slope: -0.5, words: '−1/2' },
  { slope: -1, words: '−1' },
] as const;

/** Change of the kernel and of each map's weights against width on logarithmic axes, with fitted slopes and two guides. */
export function ChangeByWidth({ results, view, size }: PlotProps): ReactNode {
  const root = useRef<HTMLDivElement>(null);
  const unit = useTextSize(root);
  const step = stepShown(results, view);
  const all = useMemo(() => widthSlopes(results, step), [results, step]);
  const lines = useMemo(() => all.filter(({ fit }) => fit), [all]);
  const points = lines.flatMap((line) => line.points);
  const wanted = logDomain(points.map(({ value }) => value));
  const widths = logDomain(points.map(({ width }) => width));
  const [low, high] = useSteadyDomain(wanted, [0.01, 1], Math.log);
  const [least, most] = useSteadyDomain(widths, [10, 1000], Math.log);
  const { width, height } = size;
  const { x, y } = useMemo(() => {
    const { left, right, top, bottom, mostX, mostY } = plotArea({ width, height }, unit, 0);
    return {
      x: scaleOf('log', [least, most], [left + 0.4 * unit, right - 0.4 * unit], { most: mostX }),
      y: scaleOf('log', [low, high], [bottom, top], { most: mostY }),
    };
  }, [width, height, unit, least, most, low, high]);
  const drawn = useMemo(
    () => [
      ...lines.map((line) => ({ ...fitLine(line, x, y), kernel: line.label === 'Θ' })),
      ...guideLines(lines, x, y),
    ],
    [lines, x, y],
  );
  return (
    <div ref={root} className="chart" style={size}>
      <svg {...size} role="img" aria-label={widthsLabel(results.arms.length, all, lines)}>
        {lines.length > 0 && <Axes x={x} y={y} xUnit="width" />}
        {drawn.map(({ key, curve, kernel, colour }) => (
          <path
            key={key}
            className={`chart-curve ${kernel === undefined ? 'limit' : kernel ? 'network' : 'run'}`}
            d={curvePath(curve)}
            style={{ color: colour }}
          />
        ))}
        {lines.flatMap(({ label, group, points: own }) =>
          own.map(({ arm, width: at, value }, k) => (
            <path
              key={`${group} ${label} ${k}`}
              className={`chart-mark ${label === 'Θ' ? 'measured' : 'leaves'}`}
              d={markerPath(
                armStyles[arm].shape,
                x.at(at),
                y.at(value),
                (label === 'Θ' ? 0.3 : 0.22) * unit,
              )}
              style={{ color: armStyles[arm].colour }}
            />
          )),
        )}
        <CurveLabels
          labels={drawn}
          others={[points.map((point) => ({ x: x.at(point.width), y: y.at(point.value) }))]}
          x={x}
          y={y}
          textSize={unit}
        />
      </svg>
      {lines.length === 0 && <p className="chart-waiting">{advice(all)}</p>}
    </div>
  );
}

/** What to do where there is no slope to fit. */
function advice(all: readonly WidthLine[]): string {
  if (all.length === 0) return 'These architectures have no width.';
  if (all.every(({ points }) => points.length === 0)) return 'Nothing has moved yet.';
  return 'To fit a slope, add arms that differ from A in width alone, such as 64, 128, 256 and 512.';
}

/** "Θ −0.88 ± 0.02", along the fitted line between its widths. */
function fitLine({ label, group, arm, points, fit }: WidthLine, x: Scale, y: Scale): Drawn {
  const ends = extentOf(points.map(({ width }) => width)) ?? [1, 1];
  return {
    key: `${group} ${label}`,
    text: `${label} ${slopeWords(fit!)}`,
    colour: armStyles[arm].text,
    curve: ends.map((width): Point => {
      const value = Math.exp(fit!.intercept + fit!.slope * Math.log(width));
      return { x: x.at(width), y: y.at(value) };
    }),
  };
}

/** Lines of slopes −1/2 and −1 through the middle of the first kernel's. */
function guideLines([first]: readonly WidthLine[], x: Scale, y: Scale): readonly Drawn[] {
  if (!first) return [];
  const means = widthMeans(first);
  const [low, high] = [means[0]!, means.at(-1)!];
  const middle = {
    width: Math.sqrt(low.width * high.width),
    value: Math.sqrt(low.value * high.value),
  };
  return guides.map(({ slope, words }) => ({
    key: words,
    text: words,
    colour: 'var(--ink-3)',
    kernel: undefined,
    curve: [low.width, high.width].map((width) => ({
      x: x.at(width),
      y: y.at(middle.value * (width / middle.width) ** slope),
    })),
  }));
}

interface Drawn extends CurveLabel {
  /** Whether it is of the kernel or of weights; undefined of a guide. */
  readonly kernel?: boolean | undefined;
}

const slopeWords = ({ slope, slopeError }: NonNullable<WidthLine['fit']>): string =>
  formatNumber(slope, 2) + (Number.isNaN(slopeError) ? '' : ` ± ${formatNumber(slopeError, 1)}`);

function widthsLabel(arms: number, all: readonly WidthLine[], lines: readonly WidthLine[]): string {
  const facts = lines.map(
    ({ label, group, fit }) =>
      `${group === '' ? '' : `${group}, `}${label}: slope ${slopeWords(fit!)}`,
  );
  const none =
    arms === 0 || all.every(({ points }) => points.length === 0) ? 'Nothing yet.' : advice(all);
  return `Change at the shown step against width. ${facts.length === 0 ? none : `${facts.join('. ')}.`}`;
}

function logDomain(values: readonly number[]): Interval | undefined {
  const range = extentOf(values);
  if (!range) return undefined;
  const [low, high] = niceLog(range);
  return low < high ? [low, high] : [low / 3, high * 3];
}
