import { matrix, rowRange, type Matrix } from '../math/matrix.ts';
import { inputKernel } from './inputKernel.ts';
import type { Layer } from './Layer.ts';

/** Both infinite-width kernels between rows and columns. */
export interface InfiniteKernels {
  readonly nngp: Matrix;
  readonly ntk: Matrix;
  /** The NNGP of each row with itself; NaN after a mean over pairs of positions, which those of single positions do not tell. */
  readonly rowVariance: Float64Array;
}

/**
 * The infinite-width NNGP and NTK of a network between inputs `rows` (a×d) and `columns` (b×d), each a×b and for one
 * output: with K outputs the kernel is this one for each of them and zero between them (Jacot et al., 2018). Passing one
 * matrix for both gives exactly symmetric kernels at half the work.
 */
export function infiniteKernel(layer: Layer, rows: Matrix, columns: Matrix): InfiniteKernels {
  const blocks = kernelBlocks(layer, rows, columns);
  for (let block = blocks.next(); ; block = blocks.next()) if (block.done) return block.value;
}

/**
 * The same in steps, between which others may have their turn: block by block of samples where kernels of all positions
 * at once would not fit, with the share that is done.
 */
export function* kernelBlocks(
  layer: Layer,
  rows: Matrix,
  columns: Matrix,
): Generator<number, InfiniteKernels, undefined> {
  const { pairs = 1 } = layer;
  const size = pairs === 1 ? Infinity : Math.max(1, Math.floor(Math.sqrt(mostEntries / pairs)));
  if (rows.rows <= size && columns.rows <= size) return kernelsOf(layer, rows, columns);
  const same = rows === columns;
  const left = slices(rows, size);
  const right = same ? left : slices(columns, size);
  const nngp = matrix(rows.rows, columns.rows);
  const ntk = matrix(rows.rows, columns.rows);
  const rowVariance = new Float64Array(rows.rows);
  const total = same ? (left.length * (left.length + 1)) / 2 : left.length * right.length;
  let done = 0;
  for (const [i, above] of left.entries()) {
    for (const [j, beside] of right.entries()) {
      if (same && j < i) continue;
      const part = kernelsOf(layer, above, beside);
      for (const [target, source] of [
        [nngp, part.nngp],
        [ntk, part.ntk],
      ] as const)
        put(target, source, i * size, j * size, same);
      rowVariance.set(part.rowVariance, i * size);
      yield ++done / total;
    }
  }
  return { nngp, ntk, rowVariance };
}

/** 2¹⁹: four mebibytes for each of the half dozen matrices on the way, which larger caches hold from layer to layer. */
const mostEntries = 2 ** 19;

function kernelsOf(layer: Layer, rows: Matrix, columns: Matrix): InfiniteKernels {
  const { nngp, ntk, rowVariance } = layer.kernel(inputKernel(rows, columns));
  return { nngp, ntk, rowVariance };
}

const slices = (x: Matrix, size: number): readonly Matrix[] =>
  Array.from({ length: Math.ceil(x.rows / size) }, (_, place) =>
    rowRange(x, place * size, Math.min(x.rows, (place + 1) * size)),
  );

/** Copies a block into place, and into the mirrored one where the whole is symmetric. */
function put(whole: Matrix, block: Matrix, row: number, column: number, mirrored: boolean): void {
  for (let i = 0; i < block.rows; i++)
    for (let j = 0; j < block.cols; j++) {
      const value = block.data[i * block.cols + j]!;
      whole.data[(row + i) * whole.cols + column + j] = value;
      if (mirrored) whole.data[(column + j) * whole.cols + row + i] = value;
    }
}
