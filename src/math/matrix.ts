import { accumulateProduct } from './accumulateProduct.ts';
import type { Block } from './accumulateProduct.ts';

/** A dense rows×cols matrix in float64; entry (i, j) is data[i·cols + j]. */
export interface Matrix {
  readonly rows: number;
  readonly cols: number;
  readonly data: Float64Array;
}

/** A rows×cols matrix over `data` (kept, not copied), or of zeros. Throws on a wrong length. */
export function matrix(
  rows: number,
  cols: number,
  data: Float64Array = new Float64Array(rows * cols),
): Matrix {
  if (data.length !== rows * cols) {
    throw new RangeError(
      `A ${rows}×${cols} matrix holds ${rows * cols} entries, not ${data.length}`,
    );
  }
  return { rows, cols, data };
}

/** The matrix with the given rows. Throws where they differ in length. */
export function fromRows(rows: readonly (readonly number[])[]): Matrix {
  const cols = rows[0]?.length ?? 0;
  const ragged = rows.findIndex((row) => row.length !== cols);
  if (ragged >= 0) {
    throw new RangeError(`Row ${ragged} has ${rows[ragged]!.length} entries, row 0 has ${cols}`);
  }
  return matrix(rows.length, cols, Float64Array.from(rows.flat()));
}

/** The n×n identity. */
export function identity(n: number): Matrix {
  const result = matrix(n, n);
  for (let i = 0; i < n; i++) result.data[i * n + i] = 1;
  return result;
}

/** Entry (i, j). Throws where there is none. */
export function at(a: Matrix, i: number, j: number): number {
  const value = i >= 0 && i < a.rows && j >= 0 && j < a.cols ? a.data[i * a.cols + j] : undefined;
  if (value === undefined) throw new RangeError(`A ${shape(a)} matrix has no entry (${i}, ${j})`);
  return value;
}

/** Rows start to end (exclusive) as a matrix that shares a's storage. Throws outside 0 ≤ start ≤ end ≤ rows. */
export function rowRange(a: Matrix, start: number, end: number): Matrix {
  if (!(start >= 0 && start <= end && end <= a.rows)) {
    throw new RangeError(`A ${shape(a)} matrix has no rows ${start} to ${end}`);
  }
  return matrix(end - start, a.cols, a.data.subarray(start * a.cols, end * a.cols));
}

/** aᵀ. */
export function transpose(a: Matrix): Matrix {
  const { rows, cols, data } = a;
  const result = new Float64Array(data.length);
  // In tiles, so that neither side strides through memory faster than the cache can follow.
  const tile = 32;
  for (let i0 = 0; i0 < rows; i0 += tile) {
    for (let j0 = 0; j0 < cols; j0 += tile) {
      const iEnd = Math.min(rows, i0 + tile);
      const jEnd = Math.min(cols, j0 + tile);
      for (let i = i0; i < iEnd; i++) {
        for (let j = j0; j < jEnd; j++) result[j * rows + i] = data[i * cols + j]!;
      }
    }
  }
  return matrix(cols, rows, result);
}

/** a·b. Throws unless a has as many columns as b rows. */
export function product(a: Matrix, b: Matrix): Matrix {
  if (a.cols !== b.rows) throw mismatch('multiply', a, b);
  const result = matrix(a.rows, b.cols);
  accumulateProduct(whole(result), whole(a), whole(b), a.rows, a.cols, b.cols);
  return result;
}

/** a·bᵀ. Throws unless both have as many columns. */
export function productTransposed(a: Matrix, b: Matrix): Matrix {
  if (a.cols !== b.cols) throw mismatch('multiply by the transpose of', a, b);
  return product(a, transpose(b));
}

/** a·aᵀ, exactly symmetric, at half the work of a product. */
export function gram(a: Matrix): Matrix {
  const n = a.rows;
  const result = matrix(n, n);
  accumulateProduct(whole(result), whole(a), whole(transpose(a)), n, a.cols, n, true);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) result.data[j * n + i] = result.data[i * n + j]!;
  }
  return result;
}

/** a + b. Throws on different shapes. */
export function add(a: Matrix, b: Matrix): Matrix {
  return combined('add', a, b, (x, y) => x + y);
}

/** a − b. Throws on different shapes. */
export function subtract(a: Matrix, b: Matrix): Matrix {
  return combined('subtract', a, b, (x, y) => x - y);
}

/** The entrywise product a∘b. Throws on different shapes. */
export function hadamard(a: Matrix, b: Matrix): Matrix {
  if (a.rows !== b.rows || a.cols !== b.cols) throw mismatch('multiply entrywise', a, b);
  const result = new Float64Array(a.data.length);
  for (let k = 0; k < result.length; k++) result[k] = a.data[k]! * b.data[k]!;
  return matrix(a.rows, a.cols, result);
}

/** c·a for a number c. */
export function scaled(a: Matrix, c: number): Matrix {
  return affine(a, c, 0);
}

/** c·a + d in every entry, for numbers c and d. */
export function affine({ rows, cols, data }: Matrix, c: number, d: number): Matrix {
  const result = new Float64Array(data.length);
  // A loop, here and below: a call for every entry takes several times as long as the arithmetic.
  for (let k = 0; k < data.length; k++) result[k] = c * data[k]! + d;
  return matrix(rows, cols, result);
}

/** a + c·b for a number c. Throws on different shapes. */
export function plusScaled(a: Matrix, b: Matrix, c: number): Matrix {
  if (a.rows !== b.rows || a.cols !== b.cols) throw mismatch('add', a, b);
  const result = new Float64Array(a.data.length);
  for (let k = 0; k < result.length; k++) result[k] = a.data[k]! + c * b.data[k]!;
  return matrix(a.rows, a.cols, result);
}

/** (a + aᵀ)/2. Throws unless a is square. */
export function symmetrized(a: Matrix): Matrix {
  assertSquare(a);
  return combined('symmetrize', a, transpose(a), (x, y) => 0.5 * x + 0.5 * y);
}

/** The Frobenius norm √Σ aᵢⱼ², safe from overflow and underflow. */
export function frobenius(a: Matrix): number {
  const largest = a.data.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  if (largest === 0 || !Number.isFinite(largest)) return largest;
  return largest * Math.sqrt(a.data.reduce((sum, x) => sum + (x / largest) ** 2, 0));
}

/** Σ aᵢᵢ. Throws unless a is square. */
export function trace(a: Matrix): number {
  assertSquare(a);
  let sum = 0;
  for (let i = 0; i < a.rows; i++) sum += a.data[i * a.cols + i]!;
  return sum;
}

/** Throws a RangeError that names the shape unless a is square. */
export function assertSquare(a: Matrix): void {
  if (a.rows !== a.cols) throw new RangeError(`Expected a square matrix, got ${shape(a)}`);
}

function combined(verb: string, a: Matrix, b: Matrix, f: (x: number, y: number) => number): Matrix {
  if (a.rows !== b.rows || a.cols !== b.cols) throw mismatch(verb, a, b);
  return matrix(
    a.rows,
    a.cols,
    a.data.map((x, i) => f(x, b.data[i]!)),
  );
}

/** All of a, as the kernel of matrix products takes it. */
export function whole(a: Matrix): Block {
  return { data: a.data, offset: 0, stride: a.cols };
}

function shape(a: Matrix): string {
  return `${a.rows}×${a.cols}`;
}

function mismatch(verb: string, a: Matrix, b: Matrix): RangeError {
  return new RangeError(`Cannot ${verb} shapes ${shape(a)} and ${shape(b)}`);
}
