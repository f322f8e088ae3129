import cos from '@stdlib/math-base-special-cos';
import exp from '@stdlib/math-base-special-exp';
import expm1 from '@stdlib/math-base-special-expm1';
import ln from '@stdlib/math-base-special-ln';
import sin from '@stdlib/math-base-special-sin';
import { power } from '../../math/power.ts';

/** A function that an expression may call, and how many numbers it takes. */
export interface Callable {
  readonly least: number;
  readonly most: number;
  readonly of: (...numbers: readonly number[]) => number;
}

const one = (of: (x: number) => number): Callable => ({
  least: 1,
  most: 1,
  of: (x = NaN) => of(x),
});

/** Near zero the exponentials cancel, so tanh x = (e^2x − 1)/(e^2x + 1) is taken from e^2x − 1; beyond ±20 it is ±1 in float64. */
function tanh(x: number): number {
  if (Math.abs(x) > 20) return Math.sign(x);
  const part = expm1(2 * x);
  return part / (part + 2);
}

/** What an expression may call besides `normal` and `uniform`, by name; every engine gets the same bits. */
export const functions: Readonly<Record<string, Callable>> = {
  sqrt: one(Math.sqrt),
  exp: one(exp),
  log: one(ln),
  abs: one(Math.abs),
  sign: one(Math.sign),
  sin: one(sin),
  cos: one(cos),
  tan: one((x) => sin(x) / cos(x)),
  tanh: one(tanh),
  min: { least: 1, most: Infinity, of: Math.min },
  max: { least: 1, most: Infinity, of: Math.max },
  pow: { least: 2, most: 2, of: (x = NaN, y = NaN) => power(x, y) },
};
