import { describe, expect, it } from 'vitest';
import { fromRows, matrix } from '../math/matrix.ts';
import { spectrumThread } from './spectrumThread.ts';

describe('decompositions where there can be no second thread', () => {
  const { eigh, eigenvalues, singularValues } = spectrumThread();

  it('are computed in place', async () => {
    const a = fromRows([
      [2, 1],
      [1, 2],
    ]);

    expect((await eigenvalues(a)).value[0]).toBeCloseTo(3, 14);
    expect((await eigh(a)).value.values[1]).toBeCloseTo(1, 14);
    expect((await singularValues(matrix(1, 2, Float64Array.of(3, 4)))).value[0]).toBeCloseTo(5, 14);
    expect((await eigh(a)).ms).toBeGreaterThanOrEqual(0);
  });

  it('reject what cannot be decomposed', async () => {
    await expect(eigh(matrix(2, 3))).rejects.toThrow(RangeError);
  });
});
