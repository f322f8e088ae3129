/** Where the small maps of all arms stand. */
export interface LayersLayout {
  /** Side of every map. */
  readonly side: number;
  /** Maps beside each other, and lines that an arm takes. */
  readonly columns: number;
  readonly lines: number;
  /** Distances from map to map and from line to line, and where the first one begins. */
  readonly stepX: number;
  readonly stepY: number;
  readonly left: number;
  /** Height above a map for its name; 0 where many arms leave no room for names. */
  readonly above: number;
  /** Height kept for the name of an arm above its lines; 0 where only its letter stands left of them. */
  readonly head: number;
  /** The colour bar, right of all maps. */
  readonly bar: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
}

/** What there is to place. */
export interface LayersRoom {
  readonly width: number;
  readonly height: number;
  readonly arms: number;
  /** Whether arms have names. */
  readonly named: boolean;
  /** Maps that the longest arm shows. */
  readonly maps: number;
  readonly unit: number;
}

/** Square maps as large as fit: an arm's maps in one line or in several. */
export function layersLayout({ width, height, arms, named, maps, unit }: LayersRoom): LayersLayout {
  const crowded = arms > 2;
  const margin = crowded ? 1.6 * unit : 0;
  const room = Math.max(1, width - 5 * unit - margin);
  const head = named && !crowded ? 1.5 * unit : 0;
  const above = crowded ? 0.2 * unit : 1.4 * unit;
  const gapX = 0.6 * unit;
  const gapY = above + 1.5 * unit;
  const perArm = height / Math.max(1, arms) - head;
  const candidates = Array.from({ length: Math.max(1, maps) }, (_, k) => {
    const columns = Math.ceil(Math.max(1, maps) / (k + 1));
    const side = Math.floor(Math.min(room / columns - gapX, perArm / (k + 1) - gapY));
    return { columns, lines: k + 1, side };
  });
  const best = candidates.reduce((a, b) => (b.side > a.side ? b : a));
  const side = Math.max(8, best.side);
  // Names such as "dense 1" need some room even over small maps.
  const stepX = Math.min(room / best.columns, Math.max(side + gapX, (crowded ? 3 : 4.6) * unit));
  return {
    ...best,
    side,
    stepX,
    stepY: side + gapY,
    left: margin + Math.max(0, (stepX - side) / 2 - gapX / 2),
    above,
    head,
    bar: {
      x: Math.min(width - 4 * unit, margin + best.columns * stepX + 0.6 * unit),
      y: head + above,
      width: 0.5 * unit,
      height: Math.max(4 * unit, Math.min(height - head - above - unit, 14 * unit)),
    },
  };
}
