import { normals, stream } from '../../math/rng.ts';
import type { Expression, Scope } from './Expression.ts';

/** What a formula's draws look like for one pair of fans. */
export interface Moments {
  /** The first value that is not finite, and then all others mean nothing. */
  readonly infinite: number | undefined;
  readonly mean: number;
  readonly meanSquare: number;
  /** E(w − m)⁴/(E(w − m)²)² − 3; 0 where all values are equal. */
  readonly excessKurtosis: number;
  /** The largest (w − m)² as a share of their sum. */
  readonly largestShare: number;
}

/** Draws that a formula is judged by. */
export const judged = 4096;

/**
 * The moments of a formula over 4,096 draws, always the same ones. Each call of `normal` or `uniform` sees numbers whose mean
 * and mean square are exactly their law's, so that a formula that multiplies one draw has its mean square without error.
 */
export function moments(expression: Expression, fanIn: number, fanOut: number): Moments {
  let draw = 0;
  let call = 0;
  const scope: Scope = {
    fanIn,
    fanOut,
    normal: () => column('normal', call++)[draw]!,
    uniform: () => column('uniform', call++)[draw]!,
  };
  const values = Float64Array.from({ length: judged }, (_, k) => {
    [draw, call] = [k, 0];
    return expression(scope);
  });
  const mean = average(values);
  const squares = values.map((value) => (value - mean) ** 2);
  const sum = squares.reduce((total, square) => total + square, 0);
  const variance = sum / judged;
  // What rounding leaves of equal values is no spread.
  const spreads = variance > 1e-24 * mean * mean;
  return {
    infinite: values.find((value) => !Number.isFinite(value)),
    mean,
    meanSquare: average(values.map((value) => value * value)),
    excessKurtosis: spreads ? average(squares.map((square) => (square / variance) ** 2)) - 3 : 0,
    largestShare: spreads ? squares.reduce((most, square) => Math.max(most, square), 0) / sum : 0,
  };
}

const columns = new Map<string, Float64Array>();

/** The numbers that the call with this place in a formula sees: mean 0, mean square 1 (normal) or 1/3 (uniform). */
function column(law: 'normal' | 'uniform', call: number): Float64Array {
  const name = `${law}/${call}`;
  const known = columns.get(name);
  if (known) return known;
  const source = stream('formula').fork(name);
  const drawn =
    law === 'normal'
      ? normals(source, judged)
      : Float64Array.from({ length: judged }, () => 2 * source.uniform() - 1);
  const mean = average(drawn);
  const centred = drawn.map((value) => value - mean);
  const wanted = law === 'normal' ? 1 : 1 / 3;
  const factor = Math.sqrt(wanted / average(centred.map((value) => value * value)));
  const made = centred.map((value) => factor * value);
  columns.set(name, made);
  return made;
}

const average = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
