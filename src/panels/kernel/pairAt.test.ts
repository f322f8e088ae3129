import { describe, expect, it } from 'vitest';
import type { KernelCell } from './kernelCells.ts';
import { movedPair, pairAt } from './pairAt.ts';

const layout = { columns: [10, 120], rows: [20, 130], side: 100 };
const cell = (row: number, column: number, entries: Float64Array | undefined): KernelCell => ({
  row,
  column,
  scale: 'kernel',
  entries,
  words: '',
  whole: '',
  step: undefined,
});
const entries = new Float64Array(16);
const cells = [cell(0, 0, entries), cell(1, 1, entries), cell(0, 1, undefined)];
const mean = { n: 4, blocks: 1 };

describe('the pair of samples under a point', () => {
  it('is the row and the column of the map there', () => {
    expect(pairAt(10, 20, layout, cells, mean)).toEqual({ i: 0, j: 0 });
    expect(pairAt(10 + 30, 20 + 99, layout, cells, mean)).toEqual({ i: 3, j: 1 });
    expect(pairAt(120 + 99, 130 + 49, layout, cells, mean)).toEqual({ i: 1, j: 3 });
  });

  it('is none between maps, on an empty frame, and without samples', () => {
    expect(pairAt(115, 50, layout, cells, mean)).toBeUndefined();
    expect(pairAt(130, 50, layout, cells, mean)).toBeUndefined();
    expect(pairAt(50, 50, layout, cells, { n: 0, blocks: 1 })).toBeUndefined();
  });

  it('is that of the samples within a block of a full kernel', () => {
    expect(pairAt(10 + 75, 20 + 25, layout, cells, { n: 2, blocks: 2 })).toEqual({ i: 1, j: 1 });
  });

  it('moves with the arrow keys and with no others', () => {
    expect(movedPair({ i: 2, j: 2 }, 'ArrowUp', 1)).toEqual({ i: 1, j: 2 });
    expect(movedPair({ i: 2, j: 2 }, 'ArrowRight', 10)).toEqual({ i: 2, j: 12 });
    expect(movedPair({ i: 2, j: 2 }, 'Enter', 1)).toBeUndefined();
  });
});
