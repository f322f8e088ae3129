import type { ReactNode } from 'react';
import { cellsLayout, type CellsLayout } from '../weights/cellsLayout.ts';
import type { PlotProps } from '../Panel.ts';
import type { PointerTrack } from '../chart/usePointer.ts';
import type { ModesArm } from './modesArms.ts';

/** What each of the pictures of modes is given. */
export interface ModesPictureProps {
  readonly arms: readonly ModesArm[];
  readonly size: PlotProps['size'];
  /** Font size of small text. */
  readonly unit: number;
  readonly pointer: PointerTrack['at'];
  /** The picture in words, and what stands in the middle of it while there is nothing. */
  readonly label: string;
  readonly children: ReactNode;
}

/** Where each arm's own picture stands; a single one without a title has no room to leave for it. */
export const armCells = ({
  arms,
  size,
  unit,
}: Pick<ModesPictureProps, 'arms' | 'size' | 'unit'>): CellsLayout =>
  cellsLayout({
    ...size,
    count: arms.length,
    top: arms.some((arm) => cellTitle(arm) !== '') ? 0 : -0.7 * unit,
    numbered: true,
    unit,
    all: true,
  });

/** Which picture the pointer is in. */
export function pointedCell(
  layout: CellsLayout,
  pointer: ModesPictureProps['pointer'],
): number | undefined {
  if (!pointer) return undefined;
  const found = Array.from({ length: layout.shown }, (_, k) => layout.at(k)).findIndex(
    ({ x, y }) =>
      pointer.x >= x - 4 &&
      pointer.x <= x + layout.width + 4 &&
      pointer.y >= y - 4 &&
      pointer.y <= y + layout.height,
  );
  return found < 0 ? undefined : found;
}

/** An arm's name above its picture, or what became of it. */
export const cellTitle = ({ name, letter, failure }: ModesArm): string =>
  failure === undefined ? name : letter + failure;
