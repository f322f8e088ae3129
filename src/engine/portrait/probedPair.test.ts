import { describe, expect, it } from 'vitest';
import { matrix, type Matrix } from '../../math/matrix.ts';
import { probedPair } from './probedPair.ts';

const samplesOf = (x: Matrix, labels?: readonly number[]): Parameters<typeof probedPair>[0] => ({
  x,
  ...(labels && { labels: Int32Array.from(labels) }),
});

describe('the pair whose angle is followed', () => {
  const x = matrix(4, 2, Float64Array.of(1, 0, 2, 2, -1, 0.1, 0, 1));

  it('is the first sample and the first of another class', () => {
    expect(probedPair(samplesOf(x, [3, 3, 3, 1]))).toEqual([0, 3]);
  });

  it('is the first and the one farthest in angle without classes', () => {
    expect(probedPair(samplesOf(x))).toEqual([0, 2]);
  });

  it('is one sample twice where there is no other', () => {
    expect(probedPair(samplesOf(matrix(1, 2, Float64Array.of(1, 2))))).toEqual([0, 0]);
  });
});
