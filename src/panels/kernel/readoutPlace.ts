import type { KernelLayout, KernelRoom, Rect } from './kernelLayout.ts';

/** Where the two samples and their values are read, and whether they stack or stand side by side. */
export interface ReadoutPlace extends Rect {
  readonly flow: 'column' | 'row';
}

/**
 * The first free place that is large enough: under the one limit that arms share, right of the maps, below them.
 * Undefined if there is none, and the readout has to float.
 */
export function readoutPlace(
  { width, height, sharedLimit, unit }: KernelRoom,
  { columns, rows }: Pick<KernelLayout, 'columns' | 'rows'>,
  free: { readonly below: number; readonly right: number; readonly bottom: number },
): ReadoutPlace | undefined {
  const [left = 0] = columns;
  const [top = 0, second] = rows;
  const rest = (x: number, y: number, flow: ReadoutPlace['flow']): ReadoutPlace => ({
    x,
    y,
    width: width - x,
    height: height - y,
    flow,
  });
  const places = [
    ...(sharedLimit && second !== undefined ? [rest(free.below, second, 'column')] : []),
    rest(free.right, top, 'column'),
    rest(left, free.bottom, 'row'),
  ];
  return places.find((place) =>
    place.flow === 'column'
      ? place.width >= 8.5 * unit && place.height >= 7 * unit
      : place.width >= 24 * unit && place.height >= 4 * unit,
  );
}
