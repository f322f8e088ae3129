import type { FunctionGrid } from '../../spec/Result.ts';
import { extentOf, type Interval } from '../chart/Interval.ts';
import type { FunctionArm } from './functionArms.ts';
import type { FunctionOption } from './functionOptions.ts';
import type { Field } from './zeroLines.ts';

/** Functions of two inputs of one arm: the field that is drawn as colours, and further ones of which only the zero line is. */
export interface FunctionField {
  readonly arm: FunctionArm;
  /** Of the networks' mean; absent until one is known. */
  readonly shown: Field | undefined;
  /** Single networks, where the option asks for them. */
  readonly single: readonly Field[];
  /** The mean of infinite width. */
  readonly law: Field | undefined;
}

/** The fields of every arm; of several outputs the first. */
export const functionFields = (
  arms: readonly FunctionArm[],
  option: FunctionOption,
): readonly FunctionField[] =>
  arms.map((arm) => {
    const [first] = arm.functions;
    const each = arm.functions.map(({ grid, values }) => fieldOf(grid, values));
    return {
      arm,
      shown: first && fieldOf(first.grid, meanOf(each.map(({ values }) => values))),
      single: option === 'single' && each.length > 1 ? each : [],
      law: arm.law?.grid && fieldOf(arm.law.grid, arm.law.mean),
    };
  });

function fieldOf(
  { columns, rows = new Float64Array(1) }: FunctionGrid,
  values: ArrayLike<number>,
): Field & { readonly values: Float64Array } {
  const size = columns.length * rows.length;
  const outputs = values.length / size;
  return {
    columns,
    rows,
    values: Float64Array.from({ length: size }, (_, k) => values[k * outputs]!),
  };
}

const meanOf = (lists: readonly Float64Array[]): Float64Array =>
  (lists[0] ?? new Float64Array()).map(
    (_, k) => lists.reduce((sum, values) => sum + values[k]!, 0) / lists.length,
  );

/** Colours reach as far as targets do, or half as far again where a field goes beyond them; as far below zero as above. */
export function fieldDomain(
  fields: readonly FunctionField[],
  targets: ArrayLike<number>,
): Interval | undefined {
  const most = (values: Iterable<number>): number => {
    const [low, high] = extentOf(values) ?? [0, 0];
    return Math.max(-low, high);
  };
  const known = fields.flatMap(({ shown }) => (shown ? [most(Array.from(shown.values))] : []));
  if (known.length === 0) return undefined;
  const target = most(Array.from(targets)) || 1;
  const reach = Math.min(1.5 * target, Math.max(0.05 * target, ...known));
  return [-reach, reach];
}
