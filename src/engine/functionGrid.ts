import type { FunctionGrid } from '../spec/Result.ts';
import type { Run } from './Run.ts';

/** Points of a line, of the circle, and along each side of a plane. */
const counts = { line: 201, circle: 240, plane: 48 } as const;

/** Points along each side of a plane for what takes long at every one of them. */
const coarse = 24;

/** How far a line or plane reaches beyond the samples on each side, as a share of their range. */
const margin = 0.15;

/**
 * Where the functions of a run's networks are looked at: a line for samples on one, the circle for those on it, a plane for
 * other pairs of numbers, finer or coarser. Inputs are as the data set gives them to networks. Undefined for images, sequences and
 * more dimensions.
 */
export function functionGrid(
  { samples, shared, grid }: Pick<Run, 'samples' | 'shared' | 'grid'>,
  detail: 'fine' | 'coarse' = 'fine',
): FunctionGrid | undefined {
  const { x, xTest, position } = samples;
  const { entry, settings } = shared.data;
  const along = entry.along?.(settings);
  if (along?.shape === 'circle') {
    const angles = Float64Array.from(
      { length: counts.circle },
      (_, k) => (2 * Math.PI * k) / counts.circle,
    );
    return onCurve('circle', angles, along.input);
  }
  if (along && position)
    return onCurve('line', between(reach([position]), counts.line), along.input);
  if (grid) return undefined;
  const column = (place: number): readonly Float64Array[] =>
    [x, xTest].map(({ rows, cols, data }) =>
      Float64Array.from({ length: rows }, (_, i) => data[i * cols + place]!),
    );
  if (x.cols === 1)
    return onCurve('line', between(reach(column(0)), counts.line), (value) => [value]);
  return x.cols === 2
    ? inPlane(reach(column(0)), reach(column(1)), detail === 'fine' ? counts.plane : coarse)
    : undefined;
}

type Reach = readonly [low: number, high: number];

/** The range of all values with its margins; one unit to each side of a single value. */
function reach(lists: readonly Float64Array[]): Reach {
  let [low, high] = [Infinity, -Infinity];
  for (const list of lists)
    for (const value of list) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  const beyond = high > low ? margin * (high - low) : 1;
  return [low - beyond, high + beyond];
}

const between = ([low, high]: Reach, count: number): Float64Array =>
  Float64Array.from({ length: count }, (_, k) => low + ((high - low) * k) / (count - 1));

function onCurve(
  shape: 'line' | 'circle',
  columns: Float64Array,
  input: (place: number) => readonly number[],
): FunctionGrid {
  const inputs = Array.from(columns, input);
  return {
    shape,
    inputs: Float64Array.from(inputs.flat()),
    dimension: inputs[0]!.length,
    columns,
  };
}

function inPlane(across: Reach, up: Reach, side: number): FunctionGrid {
  const columns = between(across, side);
  // From the top down, as pictures have them.
  const rows = between([up[1], up[0]], side);
  const inputs = Float64Array.from(
    Array.from(rows).flatMap((second) => Array.from(columns).flatMap((first) => [first, second])),
  );
  return { shape: 'plane', inputs, dimension: 2, columns, rows };
}
