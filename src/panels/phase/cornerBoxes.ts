import type { Box } from '../chart/occupancy.ts';
import type { PhaseScales } from './phaseScales.ts';

/** A word in a corner of the plane. */
export interface CornerName extends Box {
  readonly text: string;
  readonly anchor: 'start' | 'end';
}

/** Where the words of the upper left and of the lower right stand. */
export function cornerBoxes(
  [first, last]: readonly [string, string],
  { x, y }: PhaseScales,
  unit: number,
): readonly CornerName[] {
  const [left, right] = x.range;
  const [bottom, top] = y.range;
  const width = (text: string): number => 0.58 * unit * text.length;
  const inset = 0.7 * unit;
  const upper = { top: top + 0.5 * unit, bottom: top + 1.9 * unit };
  const lower = { top: bottom - 1.9 * unit, bottom: bottom - 0.5 * unit };
  return [
    {
      text: first,
      anchor: 'start',
      left: left + inset,
      right: left + inset + width(first),
      ...upper,
    },
    {
      text: last,
      anchor: 'end',
      left: right - inset - width(last),
      right: right - inset,
      ...lower,
    },
  ];
}
