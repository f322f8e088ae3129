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
  readonly x: number;
  readonly width: number;
  readonly top: number;
}

/** χ₁, ξ and q* under the pointer and of arms. */
export function PhaseReadout({ arms, here, x, width, top }: PhaseReadoutProps): ReactNode {
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
  return (
    <Readout
      title=""
      head={['χ₁', 'ξ', 'q*']}
      rows={[...pointed, ...rows]}
      x={x}
      width={width}
      top={top}
    />
  );
}
