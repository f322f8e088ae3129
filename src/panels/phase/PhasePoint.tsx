import { useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { armStyles } from '../chart/armStyle.ts';
import { markerPath } from '../chart/markerPath.ts';
import { movedByKey, roundedPlace } from './movedByKey.ts';
import type { PhaseArm, PhasePlace } from './phaseArms.ts';
import { placeWords } from './phaseWords.ts';
import type { PhaseScales } from './phaseScales.ts';

interface PhasePointProps {
  readonly arm: PhaseArm;
  readonly scales: PhaseScales;
  /** Pixels by which it is drawn beside its place, where others stand too. */
  readonly shift: number;
  readonly r: number;
  /** Absent where the experiment cannot be changed. */
  readonly onMove?: ((place: PhasePlace, settled: boolean) => void) | undefined;
  readonly onFocus: (focused: boolean) => void;
}

/** An arm in the plane, to be dragged or moved with the arrow keys. */
export function PhasePoint(props: PhasePointProps): ReactNode {
  const { arm, scales, shift, r, onMove, onFocus } = props;
  const { label, name, place, moves, foreign } = arm;
  const grabbed = useRef<{ x: number; y: number; from: PhasePlace; to: PhasePlace }>(undefined);
  const { colour, shape } = armStyles[label];
  const [x, y] = [scales.x.at(place.sw2), scales.y.at(place.sb2)];
  const movable = onMove !== undefined && (moves.sw2 || moves.sb2);
  const half = r + 4;
  const look = (
    <svg width={2 * half} height={2 * half} viewBox={`${-half} ${-half} ${2 * half} ${2 * half}`}>
      <path
        className={foreign ? 'phase-mark foreign' : 'phase-mark'}
        d={markerPath(shape, 0, 0, r)}
        style={{ color: colour }}
      />
    </svg>
  );
  const style = { left: x + shift - half, top: y - half };
  if (!movable) {
    return (
      <div className="phase-point" style={style} aria-hidden="true">
        {look}
      </div>
    );
  }

  const held = (to: PhasePlace): PhasePlace => ({
    sw2: moves.sw2 ? to.sw2 : place.sw2,
    sb2: moves.sb2 ? to.sb2 : place.sb2,
  });
  const onPointerDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    grabbed.current = { x: event.clientX, y: event.clientY, from: place, to: place };
  };
  const onPointerMove = (event: PointerEvent): void => {
    const grab = grabbed.current;
    if (!grab) return;
    const to = held(
      roundedPlace({
        sw2: within(
          scales.x.invert(scales.x.at(grab.from.sw2) + event.clientX - grab.x),
          scales.x.domain[1],
        ),
        sb2: within(
          scales.y.invert(scales.y.at(grab.from.sb2) + event.clientY - grab.y),
          scales.y.domain[1],
        ),
      }),
    );
    if (to.sw2 === grab.to.sw2 && to.sb2 === grab.to.sb2) return;
    grabbed.current = { ...grab, to };
    onMove(to, false);
  };
  const onPointerEnd = (): void => {
    const grab = grabbed.current;
    grabbed.current = undefined;
    if (grab && grab.to !== grab.from) onMove(grab.to, true);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = movedByKey(place, event.key, event.shiftKey);
    if (!to) return;
    // The page has uses of its own for arrows.
    event.preventDefault();
    event.stopPropagation();
    onMove(held(to), true);
  };
  return (
    <div
      className="phase-point movable"
      style={{ ...style, cursor: moves.sw2 ? (moves.sb2 ? 'move' : 'ew-resize') : 'ns-resize' }}
      role="slider"
      tabIndex={0}
      aria-roledescription="point of the plane"
      aria-label={`${name === '' ? 'The network' : name}: ${moves.sw2 ? (moves.sb2 ? 'σ_w² and σ_b²' : 'σ_w²') : 'σ_b²'}`}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={moves.sw2 ? place.sw2 : place.sb2}
      aria-valuetext={placeWords(arm)}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerEnd}
      onPointerCancel={onPointerEnd}
      onLostPointerCapture={onPointerEnd}
      onKeyDown={onKeyDown}
      onFocus={() => onFocus(true)}
      onBlur={() => onFocus(false)}
    >
      {look}
    </div>
  );
}

const within = (value: number, most: number): number => Math.min(most, Math.max(0, value));
