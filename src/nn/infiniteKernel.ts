import type { Matrix } from '../math/matrix.ts';
import { inputKernel } from './inputKernel.ts';
import type { Layer } from './Layer.ts';

/**
 * The infinite-width NNGP and NTK of a network between inputs `rows` (a×d) and `columns` (b×d), each a×b and for one
 * output: with K outputs the kernel is this one for each of them and zero between them (Jacot et al., 2018). Passing one
 * matrix for both gives exactly symmetric kernels at half the work.
 */
export function infiniteKernel(
  layer: Layer,
  rows: Matrix,
  columns: Matrix,
): { readonly nngp: Matrix; readonly ntk: Matrix } {
  const { nngp, ntk } = layer.kernel(inputKernel(rows, columns));
  return { nngp, ntk };
}
