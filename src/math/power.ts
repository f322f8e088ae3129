import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';

/**
 * x to the power y in float64 with the same bits in every engine, which Math.pow does not promise: whole powers up to 1024 by
 * squaring, others as exp(y ln x), to within |y ln x| ulps or so. NaN for a negative x and a y that is not whole.
 */
export function power(x: number, y: number): number {
  if (Number.isInteger(y) && Math.abs(y) <= 1024) return y < 0 ? 1 / whole(x, -y) : whole(x, y);
  // Past 2⁵³ every number is even.
  if (x < 0) return Number.isInteger(y) ? (y % 2 === 0 ? 1 : -1) * power(-x, y) : NaN;
  return x === 0 ? (y > 0 ? 0 : Infinity) : exp(y * ln(x));
}

function whole(x: number, y: number): number {
  let [result, square] = [1, x];
  for (let left = y; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result *= square;
    square *= square;
  }
  return result;
}
