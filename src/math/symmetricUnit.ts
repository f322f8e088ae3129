import { assertSquare } from './matrix.ts';
import type { Matrix } from './matrix.ts';

/**
 * A power of two about as large as a's largest entry: dividing by it costs no digit and keeps squares from
 * overflowing. Throws a RangeError, naming an entry, unless a is square, finite and symmetric up to 10⁻⁵ of its
 * largest entry (what is summed in float32 in two orders differs by less).
 */
export function symmetricUnit(a: Matrix): number {
  assertSquare(a);
  const n = a.rows;
  let largest = 0;
  let gap = 0;
  let worst = 0;
  a.data.forEach((value, index) => {
    const i = Math.floor(index / n);
    const j = index - i * n;
    if (!Number.isFinite(value)) {
      throw new RangeError(`Entry (${i}, ${j}) is ${value}: there are no eigenvalues`);
    }
    largest = Math.max(largest, Math.abs(value));
    const difference = Math.abs(value - a.data[j * n + i]!);
    if (difference > gap) {
      gap = difference;
      worst = index;
    }
  });
  if (gap > 1e-5 * largest) {
    const i = Math.floor(worst / n);
    const j = worst - i * n;
    const entries = `entry (${i}, ${j}) is ${a.data[worst]!}, (${j}, ${i}) is ${a.data[j * n + i]!}`;
    throw new RangeError(`The matrix is not symmetric: ${entries}`);
  }
  return powerOfTwoBelow(largest);
}

function powerOfTwoBelow(x: number): number {
  if (x === 0) return 1;
  let power = 1;
  while (power <= x / 2) power *= 2;
  while (power > x) power /= 2;
  return power;
}
