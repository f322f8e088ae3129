import type { Matrix } from '../math/matrix.ts';
import { kernelBlocks, type InfiniteKernels } from '../nn/infiniteKernel.ts';
import type { Layer } from '../nn/Layer.ts';
import type { Run } from './Run.ts';

/**
 * The infinite-width kernels of a network between rows and columns, with a chance for others between blocks: convolutional
 * kernels take seconds. Throws an Interruption where the run is to end.
 */
export async function blockwiseKernels(
  { breathe }: Pick<Run, 'breathe'>,
  layer: Layer,
  rows: Matrix,
  columns: Matrix,
): Promise<InfiniteKernels> {
  const blocks = kernelBlocks(layer, rows, columns);
  for (let block = blocks.next(); ; block = blocks.next()) {
    if (block.done) return block.value;
    await breathe();
  }
}
