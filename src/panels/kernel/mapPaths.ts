import type { SamplePair } from '../Panel.ts';
import type { ClassRun } from './classRuns.ts';
import type { KernelPicture } from './kernelPicture.ts';

/** Classes narrower than this, in pixels, get no strokes: they would be a comb. */
const closest = 5;

/** SVG path of short strokes outside a map's left and upper edge where one class ends and the next begins. */
export function classTicks(runs: readonly ClassRun[], size: number, side: number): string {
  const pixels = side / size;
  if (runs.some(({ start, end }) => (end - start) * pixels < closest)) return '';
  return runs
    .slice(1)
    .map(({ start }) => start * pixels)
    .map((at) => `M-4,${at}H0M${at},-4V0`)
    .join('');
}

/** SVG path of the lines between the n×n blocks of a full kernel. */
export const blockLines = (blocks: number, side: number): string =>
  Array.from({ length: blocks - 1 }, (_, k) => ((k + 1) / blocks) * side)
    .map((at) => `M0,${at}H${side}M${at},0V${side}`)
    .join('');

/** SVG path of a square around the pair's entry in every diagonal block, never smaller than `least` pixels. */
export function rings(
  { i, j }: SamplePair,
  { n, blocks }: Pick<KernelPicture, 'n' | 'blocks'>,
  side: number,
  least: number,
): string {
  const pixels = side / (n * blocks);
  const size = Math.max(pixels + 2, least);
  const corner = (block: number, k: number): number => (block * n + k + 0.5) * pixels - size / 2;
  return Array.from(
    { length: blocks },
    (_, block) => `M${corner(block, j)},${corner(block, i)}h${size}v${size}h${-size}Z`,
  ).join('');
}
