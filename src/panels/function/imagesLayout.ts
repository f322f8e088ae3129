/** Where pictures of samples and their words stand, arm below arm. */
export interface ImagesLayout {
  /** Side of a picture. */
  readonly side: number;
  /** How many pictures an arm has, and of them in a row. */
  readonly count: number;
  /** The upper left corner of picture k of arm a, and where its words begin. */
  readonly at: (a: number, k: number) => { readonly x: number; readonly y: number };
  readonly words: { readonly dx: number; readonly dy: number };
}

/** Below this many font sizes nothing can be seen of a picture: its words then stand beside it. */
const smallest = 3.2;

/**
 * The largest pictures that leave room for `arms` rows of them, each with the arm's name above and two lines of words; a single arm
 * has up to three rows, but no more than its `samples` fill.
 */
export function imagesLayout(
  arms: number,
  size: { readonly width: number; readonly height: number },
  unit: number,
  samples = Infinity,
): ImagesLayout {
  const most = arms > 1 ? 1 : Math.max(1, Math.min(3, Math.floor(size.height / (6.5 * unit))));
  const layouts = Array.from({ length: most }, (_, k) => layoutOf(k + 1, arms, size, unit));
  return layouts.find(({ count }) => count >= samples) ?? layouts.at(-1)!;
}

function layoutOf(
  rows: number,
  arms: number,
  { width, height }: { readonly width: number; readonly height: number },
  unit: number,
): ImagesLayout {
  const band = height / arms;
  const head = arms > 1 ? 1.5 * unit : 0;
  const lines = 2.6 * unit;
  const gap = 0.3 * unit;
  const below = (band - head) / rows - lines - gap;
  const beside = below < smallest * unit;
  const side = Math.max(8, Math.min(beside ? band - head - gap : below, 7 * unit));
  const across = beside ? side + 5.7 * unit : Math.max(side + 0.5 * unit, 5.2 * unit);
  const columns = Math.max(1, Math.floor((width + 0.5 * unit) / across));
  return {
    side,
    count: rows * columns,
    at: (a, k) => ({
      x: (k % columns) * across,
      y: a * band + head + Math.floor(k / columns) * (side + gap + (beside ? 0 : lines)),
    }),
    words: beside ? { dx: side + 0.4 * unit, dy: side / 2 - 1.3 * unit } : { dx: 0, dy: side },
  };
}
