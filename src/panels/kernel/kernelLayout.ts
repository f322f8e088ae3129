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
  readonly columns: readonly [x0: number, x1: number, x2: number, x3: number];
  readonly rows: readonly number[];
  /** Height of the column heads, and of the words in them. */
  readonly head: number;
  /** Width kept at the left for the names of arms, and beside it for those of classes. */
  readonly names: number;
  readonly bars: { readonly kernel: Rect; readonly difference: Rect };
  /** Where the two samples and their values are read; undefined if there is no room, and they float. */
  readonly readout: (Rect & { readonly flow: 'column' | 'row' }) | undefined;
}

interface Wanted {
  readonly width: number;
  readonly height: number;
  /** Arms; at least 1. */
  readonly rows: number;
  /** Only the first row has a map in the last column. */
  readonly sharedLimit: boolean;
  readonly classNames: boolean;
  /** Font size of small text. */
  readonly unit: number;
}

/** Square maps as large as fit in `rows` rows of four, with room for names, heads, colour bars and, if it can be, a readout. */
export function kernelLayout({
  width,
  height,
  rows,
  sharedLimit,
  classNames,
  unit,
}: Wanted): KernelLayout {
  const names = Math.round(1.5 * unit);
  const left = names + Math.round((classNames ? 1.3 : 0.3) * unit);
  const head = Math.round(1.7 * unit);
  const foot = Math.round(2.4 * unit);
  const gapY = Math.round(0.6 * unit);
  const gapX = Math.round(0.9 * unit);
  const side = Math.max(
    8,
    Math.floor(
      Math.min((width - left - 3 * gapX) / 4, (height - head - foot - (rows - 1) * gapY) / rows),
    ),
  );
  // Heads are wider than small maps.
  const pitch = Math.min(
    Math.max(side + gapX, Math.round(7.2 * unit)),
    Math.max(side + gapX, Math.floor((width - left - side) / 3)),
  );
  const columns = [0, 1, 2, 3].map((k) => left + k * pitch) as [number, number, number, number];
  const tops = Array.from({ length: rows }, (_, k) => head + k * (side + gapY));
  const bottom = head + rows * (side + gapY) - gapY;
  const bar = { y: bottom + Math.round(0.6 * unit), height: Math.round(0.5 * unit) };
  return {
    side,
    columns,
    rows: tops,
    head,
    names,
    bars: {
      kernel: { ...bar, x: columns[0], width: Math.min(pitch + side, 24 * unit) },
      difference: { ...bar, x: columns[2], width: Math.min(Math.max(side, 8 * unit), 16 * unit) },
    },
    readout: readoutPlace({
      width,
      height,
      rows,
      sharedLimit,
      unit,
      side,
      columns,
      tops,
      gapY,
      bottom: bottom + foot,
    }),
  };
}

function readoutPlace(at: {
  readonly width: number;
  readonly height: number;
  readonly rows: number;
  readonly sharedLimit: boolean;
  readonly unit: number;
  readonly side: number;
  readonly columns: KernelLayout['columns'];
  readonly tops: readonly number[];
  readonly gapY: number;
  readonly bottom: number;
}): KernelLayout['readout'] {
  const { width, height, unit, side, columns, tops } = at;
  const [top = 0, second] = tops;
  const aside = columns[3] + side + 1.5 * unit;
  const free: (Rect & { readonly flow: 'column' | 'row' })[] = [
    { flow: 'column', x: aside, y: top, width: width - aside, height: height - top },
    {
      flow: 'row',
      x: columns[0],
      y: at.bottom,
      width: width - columns[0],
      height: height - at.bottom,
    },
  ];
  if (at.sharedLimit && second !== undefined) {
    free.unshift({
      flow: 'column',
      x: columns[3],
      y: second,
      width: width - columns[3],
      height: height - second,
    });
  }
  return free.find((rect) =>
    rect.flow === 'column'
      ? rect.width >= 8.5 * unit && rect.height >= 8 * unit
      : rect.width >= 26 * unit && rect.height >= 4.5 * unit,
  );
}
