import { matrix, product, type Matrix } from '../../../math/matrix.ts';
import type { Window } from '../../../nn/Window.ts';
import type { Step } from '../programOf.ts';

type Rows = readonly (readonly number[])[];

/** The outputs of an archived program, by the letter of docs/compute.md and with no code of the engine's. */
export function runProgram(
  program: readonly Step[],
  arrays: ReadonlyMap<string, Matrix>,
  x: Matrix,
): Matrix {
  const results: Rows[] = [rowsOf(x)];
  for (const step of program.slice(1))
    results.push(
      resultOf(
        step,
        step.of.map((place) => results[place]!),
        arrays,
      ),
    );
  return ofRows(results.at(-1)!);
}

function resultOf(step: Step, taken: readonly Rows[], arrays: ReadonlyMap<string, Matrix>): Rows {
  const [a, b] = taken as [Rows, Rows];
  const numbers = (step.constants ?? []).filter((value) => typeof value === 'number');
  const [c = 0, to = 0] = numbers;
  const each = (f: (value: number) => number): Rows => a.map((row) => row.map(f));
  switch (step.op) {
    case 'affine': {
      const bias = arrays.get(`${step.map}/b`)?.data;
      const z = product(ofRows(a), arrays.get(`${step.map}/W`)!);
      return rowsOf(z).map((row) =>
        row.map((v, k) => step.weight_scale! * v + (step.bias_scale ?? 0) * (bias?.[k] ?? 0)),
      );
    }
    case 'add':
      return a.map((row, i) => row.map((value, k) => value + b[i]![k]!));
    case 'weighRows':
      return a.map((row, i) => row.map((value) => value * b[i]![0]!));
    case 'scale':
      return each((value) => value * c);
    case 'shift':
      return each((value) => value + c);
    case 'step':
      return each((value) => (value > 0 ? 1 : 0));
    case 'leakyRelu':
      return each((value) => (value > 0 ? value : c * value));
    case 'tanh':
      return each(Math.tanh);
    case 'cos':
      return each(Math.cos);
    case 'columns':
      return a.map((row) => row.slice(c, to));
    case 'join':
      return a.map((_, i) => taken.flatMap((part) => part[i]!));
    case 'regroup': {
      const all = a.flat();
      return Array.from({ length: all.length / c }, (_, i) => all.slice(i * c, (i + 1) * c));
    }
    case 'average':
      return Array.from({ length: a.length / c }, (_, i) =>
        a[0]!.map((__, k) =>
          a.slice(i * c, (i + 1) * c).reduce((sum, row) => sum + row[k]! / c, 0),
        ),
      );
    case 'patches':
      return patches(a, step.constants![0] as Window);
    default:
      throw new Error(`no operation ${step.op}`);
  }
}

function patches(a: Rows, { rows, columns, padding, taps }: Window): Rows {
  const count = rows * columns;
  const zeros = a[0]!.map(() => 0);
  return a.map((_, i) =>
    taps.flatMap(([down, right]) => {
      let row = Math.floor((i % count) / columns) + down;
      let column = (i % columns) + right;
      if (padding === 'circular') {
        row = (row + 9 * rows) % rows;
        column = (column + 9 * columns) % columns;
      }
      const inside = row >= 0 && row < rows && column >= 0 && column < columns;
      return inside ? a[i - (i % count) + row * columns + column]! : zeros;
    }),
  );
}

const rowsOf = ({ rows, cols, data }: Matrix): Rows =>
  Array.from({ length: rows }, (_, i) => Array.from(data.subarray(i * cols, (i + 1) * cols)));

const ofRows = (all: Rows): Matrix =>
  matrix(all.length, all[0]!.length, Float64Array.from(all.flat()));
