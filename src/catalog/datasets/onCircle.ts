import cos from '@stdlib/math-base-special-cos';
import sin from '@stdlib/math-base-special-sin';

/** √2·(cos θ, sin θ): the input at an angle on the circle |x|² = d = 2. */
export const onCircle = (angle: number): readonly [number, number] => [
  Math.SQRT2 * cos(angle),
  Math.SQRT2 * sin(angle),
];
