/** What there is to place: so many small pictures, with room for a title above each and axes around all. */
export interface CellsRoom {
  readonly width: number;
  readonly height: number;
  readonly count: number;
  /** Height taken by the key above. */
  readonly top: number;
  /** Whether the vertical axis has numbers, left of the first column. */
  readonly numbered: boolean;
  readonly unit: number;
  /** Every picture has to be shown, however small it gets; otherwise only as many as stay legible. */
  readonly all?: boolean;
}

/** Small pictures in lines, all of one size: as many as fit or as have to, at least one. */
export interface CellsLayout {
  readonly shown: number;
  readonly columns: number;
  /** Of a picture's inside, without its title. */
  readonly width: number;
  readonly height: number;
  /** The upper left corner of the inside of picture k. */
  readonly at: (k: number) => { readonly x: number; readonly y: number };
  /** Whether nothing stands below picture k, so that the axis below it is numbered. */
  readonly isLowest: (k: number) => boolean;
}

/** Places small pictures with shared axes. */
export function cellsLayout(room: CellsRoom): CellsLayout {
  const { width, height, count, top, numbered, unit, all = false } = room;
  const left = (numbered ? 3.4 : 0.4) * unit;
  const gap = 1.1 * unit;
  const title = 1.5 * unit;
  const right = 0.6 * unit;
  const wide = Math.max(1, width - left - right + gap);
  const high = Math.max(1, height - top - 1.9 * unit);
  const mostColumns = all ? count : Math.max(1, Math.floor(wide / (9.2 * unit)));
  const mostLines = all ? count : Math.max(1, Math.floor(high / (7.2 * unit)));
  const shown = Math.max(1, Math.min(count, mostColumns * mostLines));
  const arrangements = Array.from({ length: mostLines }, (_, k) => {
    const columns = Math.ceil(shown / (k + 1));
    const lines = Math.ceil(shown / columns);
    return { columns, lines, shape: wide / columns / (high / lines) };
  }).filter(({ columns }) => columns <= mostColumns);
  // Nearest to a picture that is somewhat wider than high.
  const best = arrangements.reduce((a, b) =>
    Math.abs(Math.log(b.shape / 1.6)) < Math.abs(Math.log(a.shape / 1.6)) ? b : a,
  );
  const { columns, lines } = best;
  const pitch = { x: wide / columns, y: high / lines };
  return {
    shown,
    columns,
    width: pitch.x - gap,
    height: Math.max(1, pitch.y - title),
    at: (k) => ({
      x: left + (k % columns) * pitch.x,
      y: top + Math.floor(k / columns) * pitch.y + title,
    }),
    isLowest: (k) => k + columns >= shown,
  };
}
