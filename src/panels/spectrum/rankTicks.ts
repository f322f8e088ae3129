/** Powers of two up to n, every second or third where there would be more than `most`. */
export function rankTicks(n: number, most: number): readonly number[] {
  const doublings = Math.floor(Math.log2(Math.max(1, n)));
  const every = Math.ceil((doublings + 1) / most);
  return Array.from({ length: Math.floor(doublings / every) + 1 }, (_, k) => 2 ** (k * every));
}
