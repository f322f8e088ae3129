import { describe, expect, it } from 'vitest';
import { EngineFailure } from './EngineFailure.ts';
import { ntkMatrix } from './ntkMatrix.ts';

describe('an NTK that was read back', () => {
  it('is made symmetric', () => {
    const theta = ntkMatrix(Float32Array.of(1, 2, 4, 8), 2, { outputs: 1, form: 'mean' });

    expect(Array.from(theta.data)).toEqual([1, 3, 3, 8]);
  });

  it('is made symmetric across blocks of outputs', () => {
    const values = Float32Array.from({ length: 16 }, (_, at) => at);
    const { data } = ntkMatrix(values, 2, { outputs: 2, form: 'full' });

    expect(Array.from(data)).toEqual([
      0, 2.5, 5, 7.5, 2.5, 5, 7.5, 10, 5, 7.5, 10, 12.5, 7.5, 10, 12.5, 15,
    ]);
  });

  it('with few columns is made symmetric where rows meet themselves', () => {
    const mean = ntkMatrix(Float32Array.of(1, 2, 4, 8, 16, 32), 3, {
      outputs: 1,
      form: 'mean',
      columns: 2,
    });
    expect([mean.rows, mean.cols]).toEqual([3, 2]);
    expect(Array.from(mean.data)).toEqual([1, 3, 3, 8, 16, 32]);

    // Rows (output, sample): (0,0) (0,1) (1,0) (1,1); columns (0,0) (1,0).
    const full = ntkMatrix(Float32Array.of(1, 2, 3, 4, 6, 7, 8, 9), 2, {
      outputs: 2,
      form: 'full',
      columns: 1,
    });
    expect([full.rows, full.cols]).toEqual([4, 2]);
    expect(Array.from(full.data)).toEqual([1, 4, 3, 4, 4, 7, 8, 9]);
  });

  it.each([NaN, Infinity, -Infinity])('is refused where it holds %d', (value) => {
    const read = (): unknown =>
      ntkMatrix(Float32Array.of(1, 2, value, 4), 2, { outputs: 1, form: 'mean' });

    expect(read).toThrow(EngineFailure);
    expect(read).toThrow('not finite');
  });
});
