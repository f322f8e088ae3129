import type { PositionOps } from './PositionOps.ts';

/** Positions of plain numbers: one unit at one position, which is its own neighbourhood. */
export const plainPositionOps: PositionOps<number> = {
  regroup: (a) => a,
  patches: (a) => a,
  average: (a) => a,
  columns: (a) => a,
  join: ([a = 0]) => a,
  weighRows: (a, by) => a * by,
};
