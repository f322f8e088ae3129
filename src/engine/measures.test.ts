import { describe, expect, it } from 'vitest';
import { eigh } from '../math/eigh.ts';
import { fromRows, gram, identity, matrix, scaled } from '../math/matrix.ts';
import { alignment, kernelChange, spectrumMeasures } from './measures.ts';

describe('kernel change', () => {
  it('is the relative Frobenius distance from the start', () => {
    const start = fromRows([
      [3, 0],
      [0, 4],
    ]);

    expect(
      kernelChange(
        fromRows([
          [3, 3],
          [4, 4],
        ]),
        start,
      ),
    ).toBeCloseTo(1, 14);
    expect(kernelChange(start, start)).toBe(0);
  });

  it('of a kernel that stays zero is 0', () => {
    expect(kernelChange(matrix(2, 2), matrix(2, 2))).toBe(0);
  });
});

describe('alignment with the targets', () => {
  const y = fromRows([[1], [-1], [2]]);

  it('is 1 for a multiple of yyᵀ and for YYᵀ of several outputs', () => {
    const several = fromRows([
      [1, 0.5],
      [-1, 2],
      [0, 1],
    ]);

    expect(alignment(scaled(gram(y), 7), y)).toBeCloseTo(1, 14);
    expect(alignment(gram(several), several)).toBeCloseTo(1, 14);
  });

  it('of the identity is 1/√n for one output', () => {
    expect(alignment(identity(3), y)).toBeCloseTo(1 / Math.sqrt(3), 14);
  });

  it('of a full kernel goes by targets stacked output by output', () => {
    const several = fromRows([
      [1, 3],
      [2, 4],
    ]);
    const stackedTargets = fromRows([[1], [2], [3], [4]]);

    expect(alignment(gram(stackedTargets), several)).toBeCloseTo(1, 14);
    expect(alignment(gram(fromRows([[1], [3], [2], [4]])), several)).toBeLessThan(0.99);
  });

  it('of a kernel that acts across the targets is 0', () => {
    const across = gram(
      fromRows([
        [1, 2],
        [1, 0],
        [0, -1],
      ]),
    );

    expect(alignment(across, y)).toBeCloseTo(0, 14);
  });

  it('is the cosine of two kernels in plain numbers', () => {
    const theta = fromRows([
      [2, 1, 0],
      [1, 3, -1],
      [0, -1, 1],
    ]);
    // yᵀΘy = 11, ‖Θ‖² = 18, yᵀy = 6.
    expect(alignment(theta, y)).toBeCloseTo(11 / (Math.sqrt(18) * 6), 14);
  });

  it('of nothing is 0', () => {
    expect(alignment(matrix(3, 3), y)).toBe(0);
    expect(alignment(identity(3), matrix(3, 1))).toBe(0);
  });
});

describe('spectrum measures', () => {
  it('sum a spectrum up', () => {
    const measures = spectrumMeasures(Float64Array.of(8, 8, 8, 8), 'float32');

    expect(measures.conditionNumber).toBe(1);
    expect(measures.effectiveRank).toBeCloseTo(4, 12);
    expect(measures.trace).toBe(32);
    expect(measures.noiseFloor).toBeCloseTo(8e-6, 18);
  });

  it('are those of a small kernel by hand', () => {
    // Eigenvalues 3 and 1: shares 3/4 and 1/4.
    const { values } = eigh(
      fromRows([
        [2, 1],
        [1, 2],
      ]),
    );
    const { conditionNumber, effectiveRank, trace } = spectrumMeasures(values, 'float64');

    expect(effectiveRank).toBeCloseTo(4 / 3 ** 0.75, 14);
    expect(conditionNumber).toBeCloseTo(3, 14);
    expect(trace).toBeCloseTo(4, 14);
  });

  it('know a float64 kernel to be finer', () => {
    expect(spectrumMeasures(Float64Array.of(5, 1), 'float64').noiseFloor).toBeCloseTo(1e-13, 20);
  });

  it('of the zero kernel are numbers too', () => {
    expect(spectrumMeasures(new Float64Array(3), 'float32')).toEqual({
      conditionNumber: Infinity,
      effectiveRank: 0,
      trace: 0,
      noiseFloor: 0,
    });
  });
});
