import type { ReactNode } from 'react';
import { fixedPoint } from '../../nn/meanField.ts';
import { Readout } from '../chart/Readout.tsx';
import type { PhaseArm, PhasePlace } from './phaseArms.ts';
import { fieldNumbers, placeName } from './phaseWords.ts';
import type { PhasePlane } from './planeOf.ts';

interface PhaseReadoutProps {
  readonly arms: readonly PhaseArm[];
  /** Where the pointer is in the plane that is drawn. */
  readonly here?: PhasePlace & { readonly plane: PhasePlane };
  /** The point that it belongs to, and the plot. */
  readonly x: number;
  readonly y: number;
  readonly size: { readonly width: number; readonly height: number };
  readonly unit: number;
}

/** χ₁, ξ and q* under the pointer and of arms. */
export function PhaseReadout({ arms, here, x, y, size, unit }: PhaseReadoutProps): ReactNode {
  const pointed = here
    ? [
        {
          name: placeName(here),
          values: fieldNumbers(fixedPoint(here.plane.mean, here.sw2, here.sb2, 1e-6)),
        },
      ]
    : [];
  const rows = arms.map(({ label, letter, foreign, plane, place, field }) => ({
    arm: label,
    name: `${letter}${foreign ? `${plane.name} ` : ''}${placeName(place)}`,
    values: fieldNumbers(field),
  }));
  // Above or below its point, and far enough from the edge to show all of itself.
  const { width, height } = size;
  const room = 25 * unit;
  const clear = x < width / 2 ? Math.min(x, width - room) : Math.max(x, room);
  return (
    <Readout
      title=""
      head={['χ₁', 'ξ', 'q*']}
      rows={[...pointed, ...rows]}
      x={clear}
      width={width}
      top={y > height / 2 ? 2 * unit : y + 1.6 * unit}
    />
  );
}
