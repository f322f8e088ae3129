import {
  add,
  identity,
  matrix,
  productTransposed,
  scaled,
  subtract,
  type Matrix,
} from '../math/matrix.ts';
import { entrySlopes } from './entrySlopes.ts';
import { matrixPositionOps } from './matrixPositionOps.ts';
import { throughAverage, throughColumns, throughJoin, throughPatches } from './positionPulls.ts';
import type { Instruction } from './trace.ts';

/**
 * Derivatives of all K outputs of a network by the results of some of its instructions, in float64 by one sweep back through its
 * trace: for each place of `wanted` K blocks one below the other, block k being ∂f_k of the result, (K·n·P)×C. `values` are
 * the results of all instructions. Nothing for a place that has no way to the outputs.
 */
export function sensitivities(
  steps: readonly Instruction[],
  parameters: readonly Matrix[],
  values: readonly Matrix[],
  wanted: ReadonlySet<number>,
): ReadonlyMap<number, Matrix> {
  const found = new Map<number, Matrix>();
  const last = steps.length - 1;
  const pending = new Map([[last, ofOutputs(values[last]!)]]);
  for (let at = last; at >= 0; at--) {
    const of = pending.get(at);
    if (!of) continue;
    pending.delete(at);
    if (wanted.has(at)) found.set(at, of);
    const step = steps[at]!;
    const operands = step.of.map((place) => values[place]!);
    passedBack(step, of, operands, values[at]!, parameters).forEach((back, k) => {
      const place = step.of[k]!;
      const before = pending.get(place);
      if (back) pending.set(place, before ? add(before, back) : back);
    });
  }
  return found;
}

/** Each output depends on itself alone: rows k·n + i have a one in column k. */
function ofOutputs({ rows, cols }: Matrix): Matrix {
  const unit = identity(cols);
  const result = matrix(cols * rows, cols);
  for (let row = 0; row < result.rows; row++) {
    const from = Math.floor(row / rows) * cols;
    result.data.set(unit.data.subarray(from, from + cols), row * cols);
  }
  return result;
}

/** What an instruction's operands get back of its sensitivity; nothing for one that passes nothing on. */
function passedBack(
  { op, constants = [], map }: Instruction,
  of: Matrix,
  operands: readonly Matrix[],
  result: Matrix,
  parameters: readonly Matrix[],
): readonly (Matrix | undefined)[] {
  const [a, b] = operands as [Matrix, Matrix];
  const [first, second] = constants;
  if (map) return [scaled(productTransposed(of, parameters[map.weight]!), map.weightScale)];
  switch (op) {
    case 'input':
    case 'step':
      return [];
    case 'add':
      return [of, of];
    case 'subtract':
      return [of, subtract(matrix(of.rows, of.cols), of)];
    case 'multiply':
      return [times(of, b), times(of, a)];
    case 'regroup':
      return [matrixPositionOps.regroup(of, a.cols)];
    case 'patches':
      if (typeof first !== 'object') throw new Error('patches need a window');
      return [throughPatches(of, a, first)];
    case 'average':
      return [throughAverage(of, Number(first))];
    case 'columns':
      return [throughColumns(of, a, Number(first), Number(second))];
    case 'join':
      return throughJoin(of, operands);
    case 'weighRows':
      return [times(of, matrixPositionOps.weighRows(ones(a), b))];
    default:
      return [times(of, slopes(op, a, result, Number(first)))];
  }
}

function slopes(op: string, a: Matrix, result: Matrix, constant: number): Matrix {
  const slope = entrySlopes[op];
  if (!slope) throw new Error(`there is no way back through ${op}`);
  return matrix(
    a.rows,
    a.cols,
    a.data.map((x, at) => slope(x, result.data[at]!, constant)),
  );
}

const ones = ({ rows, cols }: Matrix): Matrix =>
  matrix(rows, cols, new Float64Array(rows * cols).fill(1));

/** Entry by entry, the same for every block. */
const times = (of: Matrix, { data }: Matrix): Matrix =>
  matrix(
    of.rows,
    of.cols,
    of.data.map((value, at) => value * data[at % data.length]!),
  );
