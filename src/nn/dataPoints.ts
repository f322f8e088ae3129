/** A sample of one input and one target. */
export interface DataPoint {
  readonly x: number;
  readonly y: number;
}

/** Points that were read, or what is wrong with their text and what to do. */
export type PointsReading =
  | { readonly ok: true; readonly points: readonly DataPoint[] }
  | { readonly ok: false; readonly problem: string };

/** How many points there may be, and how large their numbers. */
export const pointBounds = { most: 64, size: 100 } as const;

/** Reads points as people write them, "−1:0.5, 0:2", in their order. */
export function readPoints(text: string): PointsReading {
  const words = text
    .split(/[,;]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  if (words.length === 0)
    return refused('There are no points', 'Write each as x:y, with commas between: −1:0.5, 0:2');
  if (words.length > pointBounds.most)
    return refused(`These are ${words.length} points`, `Take at most ${pointBounds.most}`);
  const points: DataPoint[] = [];
  for (const [place, word] of words.entries()) {
    const [x, y, ...rest] = word.split(':').map((part) => numberOf(part));
    if (x === undefined || y === undefined || rest.length > 0)
      return refused(
        `Point ${place + 1}, “${shortened(word)}”, is not two numbers with a colon between`,
        'Write it as x:y, for example 0.2:0.99',
      );
    const large = [x, y].find((value) => !(Math.abs(value) <= pointBounds.size));
    if (large !== undefined)
      return refused(
        `Point ${place + 1} has the coordinate ${large}`,
        `Coordinates go from −${pointBounds.size} to ${pointBounds.size}`,
      );
    points.push({ x, y });
  }
  return { ok: true, points };
}

/** The text of points, as short as it can be. */
export const writePoints = (points: readonly DataPoint[]): string =>
  points.map(({ x, y }) => `${x + 0}:${y + 0}`).join(',');

const refused = (found: string, remedy: string): PointsReading => ({
  ok: false,
  problem: `${found}. ${remedy}.`,
});

/** Number() would also take '', '0x10' and 'Infinity'. */
const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

function numberOf(part: string): number | undefined {
  const plain = part.trim().replace('−', '-');
  return decimal.test(plain) ? Number(plain) : undefined;
}

const shortened = (word: string): string => (word.length > 24 ? `${word.slice(0, 23)}…` : word);
