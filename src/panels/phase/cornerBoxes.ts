import type { ArmLabel } from '../../spec/Experiment.ts';
import type { Box } from '../chart/occupancy.ts';
import type { PhaseArm } from './phaseArms.ts';
import type { PhaseScales } from './phaseScales.ts';

/** Words in a corner of the plane. */
export interface CornerName extends Box {
  readonly text: string;
  readonly anchor: 'start' | 'end';
  /** The arm that they are of, if they are, and what more there is to say. */
  readonly arm?: ArmLabel;
  readonly title?: string;
}

/** Where the words of the upper left and of the lower right stand, and below the former those of arms that have no place. */
export function cornerBoxes(
  [first, last]: readonly [string, string],
  arms: readonly PhaseArm[],
  { x, y }: PhaseScales,
  unit: number,
): readonly CornerName[] {
  const [left, right] = x.range;
  const [bottom, top] = y.range;
  const width = (text: string): number => 0.58 * unit * text.length;
  const inset = 0.7 * unit;
  const upper = { top: top + 0.5 * unit, bottom: top + 1.9 * unit };
  const lower = { top: bottom - 1.9 * unit, bottom: bottom - 0.5 * unit };
  const absent = arms
    .filter((arm) => arm.absent !== undefined)
    .map(({ label, letter, absent: title = '' }, k): CornerName => {
      const text = `${letter}has no place here`;
      const down = 1.5 * unit * (k + 1);
      const across = { left: left + inset, right: left + inset + width(text) };
      const along = { top: upper.top + down, bottom: upper.bottom + down };
      return { text, anchor: 'start', arm: label, title, ...across, ...along };
    });
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
    ...absent,
  ];
}
