import { describe, expect, it } from 'vitest';
import { fromRows } from '../../math/matrix.ts';
import { accuracy, meanSquaredLoss } from './fit.ts';

describe('mean squared loss', () => {
  it('is half the mean over samples of the squared distance', () => {
    expect(
      meanSquaredLoss(
        fromRows([
          [1, 2],
          [3, 4],
        ]),
        fromRows([
          [1, 0],
          [0, 4],
        ]),
      ),
    ).toBe(13 / 4);
  });
});

describe('accuracy', () => {
  it('goes by the sign of one output, and zero is wrong', () => {
    expect(accuracy(fromRows([[0.2], [-3], [2], [0]]), fromRows([[1], [-1], [-1], [1]]))).toBe(0.5);
  });

  it('goes by the largest of several outputs, and a tie or a NaN is wrong', () => {
    const y = fromRows([
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
      [1, 0, 0],
    ]);
    const f = fromRows([
      [-1, -2, -3],
      [5, 4, 4],
      [1, 0, 1],
      [NaN, 0, 0],
    ]);

    expect(accuracy(f, y)).toBe(0.25);
  });
});
