import { useId, useMemo, type ReactNode } from 'react';
import { armStyles } from '../chart/armStyle.ts';
import { Axes } from '../chart/Axes.tsx';
import { CurveLabels, type CurveLabel } from '../chart/CurveLabels.tsx';
import { percentTicks } from '../chart/formatTicks.ts';
import type { Interval } from '../chart/Interval.ts';
import { scaleOf, type Scale } from '../chart/Scale.ts';
import { stepPath } from '../chart/stepPath.ts';
import type { JacobianArm } from './jacobianArms.ts';
import { jacobianBins } from './jacobianBins.ts';

interface JacobianHistogramProps {
  readonly arms: readonly JacobianArm[];
  readonly x: Scale;
  /** Pixels of the vertical axis, and how many numbers it has room for. */
  readonly range: Interval;
  readonly mostY: number;
  readonly unit: number;
}

const bins = 32;

/** How the singular values of the deepest hidden Jacobian are spread, one outline for each arm. */
export function JacobianHistogram({
  arms,
  x,
  range,
  mostY,
  unit,
}: JacobianHistogramProps): ReactNode {
  const clip = useId();
  const [low, high] = x.domain;
  const counted = useMemo(
    () =>
      arms.flatMap(({ deepest, ...arm }) =>
        deepest ? [{ ...arm, ...jacobianBins(deepest, [low, high], bins) }] : [],
      ),
    [arms, low, high],
  );
  const y = scaleOf('linear', [0, shareDomain(counted.map(({ shares }) => shares))], range, {
    most: mostY,
    words: percentTicks,
  });
  const [bottom, top] = range;
  const labels = counted.flatMap(({ label, name, edges, shares }): CurveLabel[] => {
    const curve = shares.flatMap((share, k) =>
      share > 0
        ? [edges[k]!, edges[k + 1]!].map((edge) => ({
            x: x.at(edge),
            y: Math.max(top, y.at(share)),
          }))
        : [],
    );
    const colour = armStyles[label].text;
    return name === '' || curve.length === 0 ? [] : [{ key: label, text: name, curve, colour }];
  });
  const zeros = counted.filter(({ below }) => below > 0);
  return (
    <>
      <Axes x={x} y={y} xUnit="s" />
      <clipPath id={clip}>
        <rect x={x.range[0]} y={top} width={x.range[1] - x.range[0]} height={bottom - top} />
      </clipPath>
      <g clipPath={`url(#${clip})`}>
        {counted.map(({ label, edges, shares }) => (
          <path
            key={label}
            className="jacobian-outline"
            style={{ color: armStyles[label].colour, fill: armStyles[label].colour }}
            d={stepPath(edges, shares, x, y)}
          />
        ))}
      </g>
      <CurveLabels labels={labels} others={[]} x={x} y={y} textSize={unit} />
      {zeros.map(({ label, letter, below }, line) => (
        <text
          key={label}
          className="chart-label"
          x={x.range[0] + 0.5 * unit}
          y={top + (1 + 1.4 * line) * unit}
          fill={armStyles[label].text}
        >
          {`← ${letter}${percentTicks([Math.round(100 * below) / 100])[0]!} below`}
        </text>
      ))}
    </>
  );
}

/** High enough for every outline but one that is a single spike, which is cut off, unless all are. */
function shareDomain(all: readonly (readonly number[])[]): number {
  const tops = all.map((shares) => Math.max(0, ...shares));
  const spread = tops.filter((top) => top > 0 && top <= 0.5);
  return (
    1.1 *
    Math.max(0.02, ...(spread.length > 0 ? spread : tops.map((top) => Math.min(1 / 1.1, top))))
  );
}
