import { frobenius, subtract, type Matrix } from '../../math/matrix.ts';

/** ‖a − b‖_F / ‖b‖_F. */
export const relativeError = (a: Matrix, b: Matrix): number =>
  frobenius(subtract(a, b)) / frobenius(b);
