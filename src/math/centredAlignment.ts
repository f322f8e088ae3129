import { frobenius, matrix, type Matrix } from './matrix.ts';

/**
 * H·K·H with H = I − 11ᵀ/n: the kernel of features whose mean over the n samples has been taken off. A kernel of several
 * outputs, (n·blocks)×(n·blocks) and output-major, is centred block by block, each output by its own mean.
 */
export function centred(k: Matrix, blocks = 1): Matrix {
  const { rows, data } = k;
  const n = rows / blocks;
  const result = matrix(rows, rows);
  for (let a = 0; a < blocks; a++) {
    for (let b = 0; b < blocks; b++) {
      const place = (i: number, j: number): number => (a * n + i) * rows + b * n + j;
      const byRow = new Float64Array(n);
      const byColumn = new Float64Array(n);
      let all = 0;
      for (let i = 0; i < n; i++) {
        for (let j = 0; j < n; j++) {
          const value = data[place(i, j)]! / n;
          byRow[i]! += value;
          byColumn[j]! += value;
          all += value / n;
        }
      }
      for (let i = 0; i < n; i++)
        for (let j = 0; j < n; j++)
          result.data[place(i, j)] = data[place(i, j)]! - byRow[i]! - byColumn[j]! + all;
    }
  }
  return result;
}

/**
 * Centred alignment ⟨HKH, HLH⟩_F/(‖HKH‖_F ‖HLH‖_F) of two kernels on the same samples, from 0 to 1 (Cortes, Mohri &
 * Rostamizadeh, 2012); 0 where one of them is constant, since nothing is aligned with nothing.
 */
export function centredAlignment(k: Matrix, l: Matrix, blocks = 1): number {
  const [a, b] = [centred(k, blocks), centred(l, blocks)];
  const scale = frobenius(a) * frobenius(b);
  // What is left of a constant kernel is rounding.
  const least = 1e-14 * frobenius(k) * frobenius(l);
  return scale <= least ? 0 : a.data.reduce((sum, value, p) => sum + value * b.data[p]!, 0) / scale;
}
