import { readoutPlace, type ReadoutPlace } from './readoutPlace.ts';

/** A rectangle in the pixels of a plot. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where everything in the kernel panel stands. */
export interface KernelLayout {
  /** Side of every map. */
  readonly side: number;
  /** Left edges of the four columns and upper edges of the rows. */
  readonly columns: readonly number[];
  readonly rows: readonly number[];
  /** Height of the column heads. */
  readonly head: number;
  /** Width kept at the left for the names of arms; class names stand between it and the first column. */
  readonly names: number;
  /** Colour bars: right of Θ_t and of the difference, or below the maps where width is scarcer than height. */
  readonly bars: { readonly kernel: Rect; readonly difference: Rect };
  readonly readout: ReadoutPlace | undefined;
}

/** What there is to place, and how much room for it. */
export interface KernelRoom {
  readonly width: number;
  readonly height: number;
  /** Arms; at least 1. */
  readonly rows: number;
  /** Only the first row has a map in the last column. */
  readonly sharedLimit: boolean;
  readonly classNames: boolean;
  /** Font size of small text in pixels. */
  readonly unit: number;
}

/** Square maps as large as fit in `rows` rows of four, with room for names, heads, colour bars and, if it can be, a readout. */
export function kernelLayout(room: KernelRoom): KernelLayout {
  const { rows: count } = room;
  const margins = marginsOf(room);
  const { em, names, left, head, gapX, gapY } = margins;
  const { side, barsBeside } = sideOf(room, margins);

  const second = side + gapX;
  const third = second + side + (barsBeside ? margins.kernelBar : gapX);
  const fourth = third + side + (barsBeside ? margins.differenceBar : gapX);
  const columns = [0, second, third, fourth].map((x) => left + x);
  const rows = Array.from({ length: count }, (_, k) => head + k * (side + gapY));
  const bottom = head + count * (side + gapY) - gapY;

  // Of two rows the second one is free beside the differences, and is read in.
  const short = room.sharedLimit && count === 2;
  const high = short ? side : Math.min(bottom - head, Math.max(side, em(14)));
  const bar = (column: number, width: number): Rect =>
    barsBeside
      ? { x: columns[column]! + side + em(0.55), y: head, width: em(0.5), height: high }
      : { x: columns[column]!, y: bottom + em(0.55), width, height: em(0.5) };
  const bars = barsBeside
    ? { kernel: bar(1, 0), difference: bar(2, 0) }
    : {
        kernel: bar(0, Math.min(second + side, em(22))),
        difference: bar(2, room.sharedLimit ? side : Math.min(Math.max(side, em(8)), em(16))),
      };
  const free = {
    below: left + (short ? third + side + em(1.2) : fourth),
    right: left + fourth + side + gapX,
    bottom: bottom + (barsBeside ? gapY : margins.foot),
  };
  const readout = readoutPlace(room, { columns, rows }, free);
  return { side, columns, rows, head, names, bars, readout };
}

function marginsOf({ rows, classNames, unit }: KernelRoom) {
  const em = (count: number): number => Math.round(count * unit);
  const names = rows > 1 ? em(1.4) : 0;
  return {
    em,
    names,
    left: names + em(classNames ? 1.2 : 0.3),
    head: em(1.8),
    foot: em(2.7),
    gapX: em(0.8),
    gapY: em(0.7),
    // An upright bar with its numbers; those of differences have a sign.
    kernelBar: em(3.5),
    differenceBar: em(4.3),
  };
}

/** The side of the maps, with colour bars beside them or below, whichever lets them be larger. */
function sideOf(
  { width, height, rows }: KernelRoom,
  { left, head, foot, gapX, gapY, kernelBar, differenceBar }: ReturnType<typeof marginsOf>,
): { readonly side: number; readonly barsBeside: boolean } {
  const high = height - head - (rows - 1) * gapY - 1;
  const wide = width - left - gapX - kernelBar - differenceBar;
  const beside = Math.min(wide / 4, high / rows);
  const above = Math.min((width - left - 3 * gapX) / 4, (high - foot) / rows);
  return { side: Math.max(8, Math.floor(Math.max(beside, above))), barsBeside: beside >= above };
}
