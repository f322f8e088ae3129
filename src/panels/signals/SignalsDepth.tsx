import { useMemo, type ReactNode } from 'react';
import { Axes } from '../chart/Axes.tsx';
import { formatNumber, formatPercent } from '../chart/formatNumber.ts';
import { formatTicks, percentTicks } from '../chart/formatTicks.ts';
import { plotArea } from '../chart/plotArea.ts';
import { Readout, type ReadoutRow } from '../chart/Readout.tsx';
import { scaleOf } from '../chart/Scale.ts';
import { linearTicks } from '../chart/ticks.ts';
import { useSteadyDomain } from '../chart/useSteadyDomain.ts';
import type { PlotProps } from '../Panel.ts';
import type { SignalsArm } from './signalsArms.ts';
import { SignalsCurves } from './SignalsCurves.tsx';
import { SignalsKey } from './SignalsKey.tsx';
import { signalsDomain, signalsLines, type SignalsLine } from './signalsLines.ts';
import type { SignalsOption } from './signalsOptions.ts';

/** What each of the pictures of signals is given. */
export interface SignalsPictureProps {
  readonly arms: readonly SignalsArm[];
  readonly size: PlotProps['size'];
  /** Font size of small text. */
  readonly unit: number;
  readonly pointer: { readonly x: number; readonly y: number } | undefined;
  /** The picture in words, and what stands in the middle of it while there is nothing. */
  readonly label: string;
  readonly children: ReactNode;
}

/** Curves against depth: the inputs at 0, then what each hidden layer hands on. */
export function SignalsDepth(
  props: SignalsPictureProps & { readonly option: SignalsOption },
): ReactNode {
  const { arms, option, size, unit, pointer, label, children } = props;
  const lines = useMemo(() => signalsLines(arms, option), [arms, option]);
  const wanted = useMemo(() => signalsDomain(lines, option), [lines, option]);
  const kind = wanted?.kind ?? 'linear';
  const measure = kind === 'log' ? Math.log : identity;
  const [low, high] = useSteadyDomain(wanted?.domain, [0, 1], measure);
  const shares = option === 'active' || option === 'copies';
  const { width, height } = size;
  const first = shares ? 1 : 0;
  const last = Math.max(first + 1, ...lines.flatMap(({ series }) => series.x));
  const { x, y } = useMemo(() => {
    const area = plotArea({ width, height }, unit, option === 'copies' ? 1.8 : 0);
    const { left, right, top, bottom, mostX, mostY } = area;
    return {
      x: scaleOf('linear', [first, last], [left + 0.6 * unit, right - 0.6 * unit], {
        most: mostX,
        ticks: linearTicks([first, last], Math.max(3, mostX)).filter(Number.isInteger),
      }),
      y: scaleOf(kind, [low, high], [bottom, top], {
        most: mostY,
        words: shares ? percentTicks : formatTicks,
      }),
    };
  }, [width, height, unit, option, first, last, low, high, kind, shares]);
  const [left, right] = x.range;
  const [bottom, top] = y.range;
  const inside = lines.length > 0 && pointer && pointer.x > left - unit && pointer.x < right + unit;
  const layer =
    inside && pointer.y > top - unit
      ? Math.min(last, Math.max(first, Math.round(x.invert(pointer.x))))
      : undefined;
  return (
    <>
      <svg {...size} role="img" aria-label={label}>
        <Axes x={x} y={y} xUnit="layer" />
        <SignalsCurves lines={lines} x={x} y={y} unit={unit} />
        {layer !== undefined && (
          <line className="chart-hairline" x1={x.at(layer)} x2={x.at(layer)} y1={top} y2={bottom} />
        )}
        {children}
      </svg>
      {option === 'copies' && <SignalsKey option={option} />}
      {layer !== undefined && (
        <Readout
          title={stageName(arms, layer)}
          head={option === 'copies' ? ['identical', 'dead'] : ['mean', '10–90 %', 'theory']}
          rows={readRows(arms, lines, layer, option)}
          x={x.at(layer)}
          width={width}
          top={top}
        />
      )}
    </>
  );
}

const identity = (value: number): number => value;

/** "layer 3", or "block 2" where all arms call it that. */
function stageName(arms: readonly SignalsArm[], layer: number): string {
  const names = new Set(arms.flatMap(({ signals }) => signals?.stages[layer] ?? []));
  return names.size === 1 ? [...names][0]! : `layer ${layer}`;
}

function readRows(
  arms: readonly SignalsArm[],
  lines: readonly SignalsLine[],
  layer: number,
  option: SignalsOption,
): readonly ReadoutRow[] {
  const write = option === 'active' || option === 'copies' ? formatPercent : formatNumber;
  return arms.flatMap(({ label, name }) => {
    const at = (role: SignalsLine['role']) => {
      const line = lines.find((one) => one.arm === label && one.role === role);
      const place = line?.series.x.indexOf(layer) ?? -1;
      return line && place >= 0
        ? {
            mean: write(line.series.mean[place]!),
            range: `${write(line.series.low[place]!)}–${write(line.series.high[place]!)}`,
          }
        : { mean: '–', range: '–' };
    };
    if (!lines.some(({ arm }) => arm === label)) return [];
    const own = at('network');
    const values =
      option === 'copies' ? [own.mean, at('dead').mean] : [own.mean, own.range, at('limit').mean];
    return [{ arm: label, name, values }];
  });
}
