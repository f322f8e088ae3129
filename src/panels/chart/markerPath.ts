/** The outlines that tell arms apart without colour. */
export type MarkerShape = 'circle' | 'square' | 'triangle' | 'diamond';

/** SVG path of a marker around (x, y) with about the area of a circle of radius r; paths can be strung together. */
export function markerPath(shape: MarkerShape, x: number, y: number, r: number): string {
  switch (shape) {
    case 'circle':
      return `M${px(x - r)},${px(y)}a${px(r)},${px(r)} 0 1,1 ${px(2 * r)},0a${px(r)},${px(r)} 0 1,1 ${px(-2 * r)},0Z`;
    case 'square':
      return polygon(x, y, 0.886 * r, [-1, -1, 1, -1, 1, 1, -1, 1]);
    case 'triangle':
      return polygon(x, y, 1.347 * r, [0, -1.155, 1, 0.577, -1, 0.577]);
    case 'diamond':
      return polygon(x, y, 1.253 * r, [0, -1, 1, 0, 0, 1, -1, 0]);
  }
}

/** A closed path through corners given as x, y, x, y, … in units of `size` around the centre. */
function polygon(x: number, y: number, size: number, corners: readonly number[]): string {
  const places = corners.map((corner, k) => px((k % 2 === 0 ? x : y) + size * corner));
  return `M${places.map((place, k) => (k === 0 ? place : `${k % 2 === 0 ? 'L' : ','}${place}`)).join('')}Z`;
}

const px = (value: number): string => String(Math.round(value * 100) / 100);
