import type { Scale } from './Scale.ts';

/** SVG path of a histogram's outline: `edges` are one more than `heights`; what the axes cannot show is held just outside. */
export function stepPath(
  edges: readonly number[],
  heights: readonly number[],
  x: Scale,
  y: Scale,
): string {
  const [left, right] = x.range;
  const [bottom, top] = y.range;
  const held = (pixel: number, low: number, high: number): string =>
    Math.min(high, Math.max(low, Number.isNaN(pixel) ? high : pixel)).toFixed(1);
  const acrossTo = (edge: number): string => `H${held(x.at(edge), left - 9, right + 9)}`;
  const upTo = (height: number): string =>
    `V${held(y.kind === 'log' && !(height > 0) ? NaN : y.at(height), top - 9, bottom + 9)}`;
  const [first] = edges;
  if (first === undefined || heights.length === 0) return '';
  const start = `M${held(x.at(first), left - 9, right + 9)},${(y.kind === 'log' ? bottom + 9 : bottom).toFixed(1)}`;
  const steps = heights.map((height, k) => upTo(height) + acrossTo(edges[k + 1]!));
  return `${start}${steps.join('')}V${(y.kind === 'log' ? bottom + 9 : bottom).toFixed(1)}`;
}
