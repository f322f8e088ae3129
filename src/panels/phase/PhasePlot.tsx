import { useDeferredValue, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Experiment } from '../../spec/Experiment.ts';
import { differenceMap, sequentialMap } from '../chart/colourMaps.ts';
import { HeatMap } from '../chart/HeatMap.tsx';
import { usePointer } from '../chart/usePointer.ts';
import { useTextSize } from '../chart/useTextSize.ts';
import type { PlotProps } from '../Panel.ts';
import { besideEachOther } from './besideEachOther.ts';
import { cornerBoxes } from './cornerBoxes.ts';
import { movedTo, phaseArms, type PhaseArm, type PhasePlace } from './phaseArms.ts';
import { PhaseBackdrop } from './PhaseBackdrop.tsx';
import { fieldValues, phaseColours, phaseFields, type PhaseExtent } from './phaseField.ts';
import { cornerNames, markRadius, phaseNames } from './phaseNames.ts';
import { PhasePoint } from './PhasePoint.tsx';
import { PhaseReadout } from './PhaseReadout.tsx';
import { extentOfPlaces, phaseScales } from './phaseScales.ts';
import { phaseLabel, phaseOption } from './phaseWords.ts';

/** An arm that has been moved here, until the results are of an experiment that knows. */
interface Moved {
  readonly index: number;
  readonly place: PhasePlace;
  /** Present while it is being dragged: the axes keep still. */
  readonly extent?: PhaseExtent;
  /** What was shown when it was let go. */
  readonly experiment: Experiment;
}

const coarse = { rows: 18, columns: 28 };
const fine = { rows: 72, columns: 112 };

/** The plane of σ_w² and σ_b² as a field, with the critical line, the papers' settings and the arms as points that can be moved. */
export function PhasePlot({ results, view, size, onSet }: PlotProps): ReactNode {
  const root = useRef<HTMLDivElement>(null);
  const unit = useTextSize(root);
  const { at: pointer, handlers } = usePointer();
  const [focused, setFocused] = useState<number>();
  const [moved, setMoved] = useState<Moved>();
  const { experiment } = results;
  if (moved && !moved.extent && moved.experiment !== experiment) setMoved(undefined);

  const arms = useMemo(() => withMove(phaseArms(experiment), moved), [experiment, moved]);
  const plane = arms[0]!.plane;
  const shown = useMemo(() => arms.filter(({ absent }) => absent === undefined), [arms]);
  const extent = moved?.extent ?? extentOfPlaces(shown.map(({ place }) => place));
  const { width, height } = size;
  const scales = useMemo(
    () => phaseScales({ width, height }, unit, { sw2: extent.sw2, sb2: extent.sb2 }),
    [width, height, unit, extent.sw2, extent.sb2],
  );
  const option = phaseOption(view);
  const wanted = `${plane.key} ${extent.sw2} ${extent.sb2}`;
  // A coarse field at once, the fine one when there is nothing more urgent.
  const settled = useDeferredValue(wanted, '') === wanted;
  const fields = phaseFields(plane, extent, settled ? fine : coarse);
  const values = useMemo(() => fieldValues(fields, option), [fields, option]);
  const { domain } = phaseColours[option];
  const map = option === 'chi' ? differenceMap(view.dark) : sequentialMap;

  const { x, y } = scales;
  const [left, right] = x.range;
  const [bottom, top] = y.range;
  const corners = useMemo(
    () => cornerBoxes(cornerNames(plane, scales), arms, scales, unit),
    [plane, arms, scales, unit],
  );
  const names = useMemo(
    () => phaseNames(shown, plane, scales, unit, corners),
    [shown, plane, scales, unit, corners],
  );
  const r = markRadius(unit);
  const spread = besideEachOther(
    shown.map(({ place }) => ({ x: x.at(place.sw2), y: y.at(place.sb2) })),
    2 * r,
  );
  const inside =
    pointer && pointer.x >= left && pointer.x <= right && pointer.y >= top && pointer.y <= bottom;
  const active = moved?.extent ? moved.index : focused;
  const front = active === undefined ? undefined : shown.find(({ index }) => index === active);

  return (
    <div ref={root} className="chart phase" style={size} {...handlers}>
      <HeatMap
        values={values}
        columns={fields.columns}
        domain={domain}
        map={map}
        smooth
        style={{ position: 'absolute', left, top, width: right - left, height: bottom - top }}
      />
      <PhaseBackdrop
        {...{ arms, scales, option, size, unit, corners, names, map }}
        label={phaseLabel(arms, option)}
      />
      {shown.map((arm, k) => (
        <PhasePoint
          key={arm.label}
          arm={arm}
          scales={scales}
          shift={2.4 * r * spread[k]!.shift}
          r={r}
          onMove={
            onSet &&
            ((place, settles) => {
              setMoved({ index: arm.index, place, experiment, ...(!settles && { extent }) });
              onSet(arm.index, changesOf(arm, place), settles);
            })
          }
          onFocus={(on) => setFocused(on ? arm.index : undefined)}
        />
      ))}
      {front ? (
        <PhaseReadout
          arms={[front]}
          x={x.at(front.place.sw2)}
          y={y.at(front.place.sb2)}
          {...{ size, unit }}
        />
      ) : (
        inside && (
          <PhaseReadout
            arms={shown}
            here={{ plane, sw2: x.invert(pointer.x), sb2: y.invert(pointer.y) }}
            {...{ ...pointer, size, unit }}
          />
        )
      )}
    </div>
  );
}

const withMove = (arms: readonly PhaseArm[], moved: Moved | undefined): readonly PhaseArm[] =>
  moved ? arms.map((arm) => (arm.index === moved.index ? movedTo(arm, moved.place) : arm)) : arms;

/** Only what the arm can be moved in: what it does not set stays inherited. */
const changesOf = ({ moves }: PhaseArm, { sw2, sb2 }: PhasePlace) => ({
  ...(moves.sw2 && { sw2 }),
  ...(moves.sb2 && { sb2 }),
});
