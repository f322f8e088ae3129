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
import { linearTicks, niceLog } from '../chart/ticks.ts';
import { useSteadyDomain } from '../chart/useSteadyDomain.ts';
import { curvatureMarks, curvatureNames, shortName, type CurvatureMark } from './curvatureMarks.ts';
import type { SignalsPictureProps } from './SignalsDepth.tsx';
import { SignalsKey } from './SignalsKey.tsx';

/** The largest curvature of the loss in each map's weights and in all of them, beside that of its Gauss–Newton part. */
export function SignalsCurvature(props: SignalsPictureProps): ReactNode {
  const { arms, size, unit, pointer, label, children } = props;
  const marks = useMemo(() => curvatureMarks(arms), [arms]);
  const known = arms.filter(({ curvature }) => curvature && curvature.unknown === undefined);
  const extent = extentOf(
    marks.flatMap(({ hessian, gaussNewton }) =>
      [hessian, gaussNewton].filter((value) => value > 0),
    ),
  );
  const [low, high] = useSteadyDomain(extent && niceLog(extent), [0.01, 10], Math.log);
  const keyed = known.map(({ label: arm, name }) => ({ label: arm, words: name }));
  const lines = armKeyLines(keyed, size.width, unit);
  const { left, right, top, bottom, mostX, mostY } = plotArea(size, unit, 1.8 + 1.4 * lines);
  const places = useMemo(() => curvatureNames(arms), [arms]);
  const last = places.length - 1;
  const few = linearTicks([0, Math.max(1, last - 1)], Math.max(3, mostX - 1));
  const x = scaleOf('linear', [-0.6, Math.max(1, last) + 0.6], [left, right], {
    most: mostX,
    ticks: [...few.filter((tick) => Number.isInteger(tick) && tick < last), last],
    words: (all) => all.map((tick) => shortName(places[tick] ?? '')),
  });
  const y = scaleOf('log', [low, high], [bottom, top], { most: mostY });
  const between = x.at(1) - x.at(0);
  const step = Math.min(1.4 * unit, (0.7 * between) / Math.max(1, known.length));
  const r = Math.max(1.2, Math.min(0.32 * unit, 0.5 * step));
  const at = ({ arm, name }: CurvatureMark): number => {
    const index = known.findIndex(({ label: one }) => one === arm);
    return x.at(places.indexOf(name)) + step * (index - (known.length - 1) / 2);
  };
  const inside = marks.length > 0 && pointer && pointer.x > left && pointer.x < right;
  const pointed =
    inside && pointer.y > top - unit
      ? Math.min(last, Math.max(0, Math.round(x.invert(pointer.x))))
      : -1;
  const read = marks.filter(({ name }) => name === places[pointed]);
  return (
    <>
      <svg {...size} role="img" aria-label={label}>
        <Axes x={x} y={y} xUnit="map" />
        {marks.map((mark) => {
          const { colour, shape } = armStyles[mark.arm];
          const [solid, hollow] = [mark.hessian, mark.gaussNewton].map((value) => y.at(value));
          const place = at(mark);
          return (
            <g key={`${mark.arm} ${mark.name}`} style={{ color: colour }}>
              {Number.isFinite(solid) && Number.isFinite(hollow) && (
                <line className="signals-pair" x1={place} x2={place} y1={solid} y2={hollow} />
              )}
              {Number.isFinite(hollow) && (
                <path className="chart-mark dead" d={markerPath(shape, place, hollow!, r)} />
              )}
              {Number.isFinite(solid) && (
                <path
                  className="chart-mark measured"
                  d={markerPath(shape, place, solid!, 0.8 * r)}
                />
              )}
            </g>
          );
        })}
        <ArmKey arms={keyed} x={0} y={2.9 * unit} width={size.width} unit={unit} />
        {children}
      </svg>
      <SignalsKey option="curvature" />
      {read.length > 0 && (
        <Readout
          title={read[0]!.name}
          head={['|λₘₐₓ| of H', 'λₘₐₓ(Θ)/n']}
          rows={read.map(({ arm, called, hessian, gaussNewton }) => ({
            arm,
            name: called,
            values: [formatNumber(hessian), formatNumber(gaussNewton)],
          }))}
          x={x.at(pointed)}
          width={size.width}
          top={top}
        />
      )}
    </>
  );
}
