/** Where the parts of one arm's row stand, from its upper edge, in pixels. */
export interface RowLayout {
  readonly height: number;
  /** Upper edge and height of the boxes. */
  readonly box: { readonly y: number; readonly height: number; readonly width: number };
  /** Two lines in a box: what it is, and how many parameters it has. */
  readonly twoLines: boolean;
  /** No room for bars: shares fill the boxes instead. */
  readonly tight: boolean;
  /** Baseline of the shapes between the boxes. */
  readonly shapes: number;
  /** Bars stand on `bottom` and reach up to `top` at most. */
  readonly bars: { readonly top: number; readonly bottom: number };
  /** Distance from box to box. */
  readonly pitch: number;
  readonly left: number;
}

/** What there is to place. */
export interface RowRoom {
  readonly width: number;
  readonly height: number;
  readonly arms: number;
  /** Boxes in the longest row, and letters in the longest name. */
  readonly boxes: number;
  /** Font size of small text. */
  readonly unit: number;
}

/** How many boxes of names so long fit side by side; at most 10. */
export const slotsIn = (width: number, letters: number, unit: number): number =>
  Math.max(3, Math.min(10, Math.floor((width - 1.5 * unit) / ((0.85 * letters - 1.15) * unit))));

/** Rows as high as fit, with boxes above and bars below. */
export function rowLayout({ width, height, arms, boxes, unit }: RowRoom): RowLayout {
  const row = height / Math.max(1, arms);
  const twoLines = row > 9 * unit;
  const tight = row < 8 * unit;
  const head = 1.75 * unit;
  const boxHeight = (twoLines ? 2.9 : 1.5) * unit;
  const shapes = head + boxHeight + 1.1 * unit;
  const bottom = tight ? head + boxHeight : row - (arms > 1 ? 1.7 : 1.35) * unit;
  const pitch = Math.min(12 * unit, (width - 1.5 * unit) / Math.max(1, boxes));
  return {
    height: row,
    box: { y: head, height: boxHeight, width: pitch * 0.86 },
    twoLines,
    tight,
    shapes,
    bars: { top: Math.min(bottom, Math.max(shapes + 0.6 * unit, bottom - 8 * unit)), bottom },
    pitch,
    left: Math.max(0.75 * unit, (width - pitch * boxes) / 2),
  };
}
