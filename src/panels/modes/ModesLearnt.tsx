import { useId, useMemo, type ReactNode } from 'react';
import { ArmKey, armKeyLines } from '../chart/ArmKey.tsx';
import { armStyles } from '../chart/armStyle.ts';
import { Axes } from '../chart/Axes.tsx';
import { curvePath } from '../chart/curvePath.ts';
import { formatNumber } from '../chart/formatNumber.ts';
import { extentOf, type Interval } from '../chart/Interval.ts';
import { markerPath } from '../chart/markerPath.ts';
import { plotArea } from '../chart/plotArea.ts';
import { Readout } from '../chart/Readout.tsx';
import { scaleOf } from '../chart/Scale.ts';
import { niceLog } from '../chart/ticks.ts';
import { useSteadyDomain } from '../chart/useSteadyDomain.ts';
import { learntModes, type LearntMode } from './learntModes.ts';
import { expectedWords } from './modesWords.ts';
import { cellTitle, type ModesPictureProps } from './modesCells.ts';

/** For every mode the step by which half of it is learnt, against what its eigenvalue lets expect; both logarithmic. */
export function ModesLearnt(props: ModesPictureProps & { readonly steps: number }): ReactNode {
  const { arms, size, unit, pointer, label, steps, children } = props;
  const clip = useId();
  const modes = useMemo(() => arms.map((arm) => learntModes(arm)), [arms]);
  const wanted = useMemo(() => stepsDomain(modes.flat(), steps), [modes, steps]);
  const wide = useSteadyDomain(wanted?.expected, [1, 100], Math.log);
  const up = useSteadyDomain(wanted?.measured, [1, 100], Math.log);
  const keyed = arms.map((arm) => ({ label: arm.label, words: cellTitle(arm) }));
  const strip = 1.5 * armKeyLines(keyed, size.width, unit);
  const { left, right, top, bottom, mostX, mostY } = plotArea(size, unit, strip);
  const x = scaleOf('log', wide, [left + 0.4 * unit, right - 0.4 * unit], { most: mostX });
  const y = scaleOf('log', up, [bottom, top], { most: mostY });
  const across = (expected: number): number => Math.min(right, x.at(expected));
  const nearest =
    pointer &&
    nearestMode(modes, pointer, (mode) => ({
      x: across(mode.expected),
      y: y.at(mode.measured),
    }));
  // Where both axes have the same step.
  const both: Interval = [Math.max(wide[0], up[0]), Math.min(wide[1], up[1])];
  return (
    <>
      <svg {...size} role="img" aria-label={label}>
        <Axes x={x} y={y} xUnit="step" />
        <ArmKey arms={keyed} x={0} y={unit} width={size.width} unit={unit} />
        <clipPath id={clip}>
          <rect x={left} y={top - 2} width={right - left} height={bottom - top + 2} />
        </clipPath>
        {both[0] < both[1] && (
          <path
            className="chart-curve limit"
            d={`M${x.at(both[0])},${y.at(both[0])}L${x.at(both[1])},${y.at(both[1])}`}
          />
        )}
        {arms.map(({ label: arm }, k) => (
          <g key={arm} style={{ color: armStyles[arm].colour }}>
            <path
              className="chart-curve start"
              d={theoryPath(modes[k]!, across, y.at)}
              clipPath={`url(#${clip})`}
            />
            <path
              className="modes-between"
              d={modes[k]!.filter(({ by }) => by < Infinity)
                .map(({ expected, after, by }) => {
                  const foot = after > y.domain[0] ? y.at(after) : bottom;
                  return `M${across(expected).toFixed(1)},${y.at(by).toFixed(1)}V${foot.toFixed(1)}`;
                })
                .join('')}
            />
            <path
              className="chart-mark measured"
              d={modes[k]!.filter(({ measured }) => measured < Infinity)
                .map(({ expected, measured }) =>
                  markerPath(armStyles[arm].shape, across(expected), y.at(measured), 0.28 * unit),
                )
                .join('')}
            />
          </g>
        ))}
        {children}
      </svg>
      {nearest && (
        <Readout
          title={`rank ${nearest.mode.rank}`}
          head={['measured', 'theory', expectedWords(arms)]}
          rows={[
            {
              arm: arms[nearest.arm]!.label,
              name: arms[nearest.arm]!.name,
              values: [nearest.mode.measured, nearest.mode.predicted, nearest.mode.expected].map(
                (value) => formatNumber(value),
              ),
            },
          ]}
          x={across(nearest.mode.expected)}
          width={size.width}
          top={top}
        />
      )}
    </>
  );
}

/** Steps on both axes: what is expected, and what is measured from a tenth of a step to the last one. */
function stepsDomain(modes: readonly LearntMode[], steps: number) {
  const learnt = modes.filter(({ measured }) => measured < Infinity);
  const expected = extentOf(learnt.map((mode) => mode.expected));
  const measured = extentOf(learnt.map((mode) => Math.max(0.1, mode.measured)));
  if (!expected || !measured) return undefined;
  const grown = (interval: Interval): Interval => {
    const [low, high] = niceLog(interval);
    return low < high ? [low, high] : [low / 3, high * 3];
  };
  return {
    // Modes of hardly any eigenvalue, learnt as the kernel moves, stand at the edge.
    expected: grown([expected[0], Math.max(10 * expected[0], Math.min(expected[1], 100 * steps))]),
    measured: grown([measured[0], Math.max(measured[1], steps)]),
  };
}

function theoryPath(
  modes: readonly LearntMode[],
  x: (value: number) => number,
  y: (value: number) => number,
): string {
  const points = modes
    .filter(({ predicted }) => predicted > 0 && predicted < Infinity)
    .map(({ expected, predicted }) => ({ x: x(expected), y: y(predicted) }));
  return curvePath(points.sort((a, b) => a.x - b.x));
}

/** The mode whose marker is nearest to the pointer, within a finger's breadth. */
function nearestMode(
  modes: readonly (readonly LearntMode[])[],
  pointer: { readonly x: number; readonly y: number },
  placeOf: (mode: LearntMode) => { readonly x: number; readonly y: number },
) {
  const all = modes.flatMap((list, arm) =>
    list.flatMap((mode) => {
      const place = placeOf(mode);
      const distance = Math.hypot(place.x - pointer.x, place.y - pointer.y);
      return distance < 24 ? [{ arm, mode, distance }] : [];
    }),
  );
  return all.sort((a, b) => a.distance - b.distance)[0];
}
