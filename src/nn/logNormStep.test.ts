import { describe, expect, it } from 'vitest';
import { normals, stream } from '../math/rng.ts';
import { mean, standardError } from '../math/summary.ts';
import { logNormStep } from './logNormStep.ts';

describe('the logarithm of a norm through one layer', () => {
  // σ√64 that keeps E‖x‖^s of ReLU layers, and the drift it leaves.
  it.each([
    [0.5, 1.4354607, -0.0051],
    [1, 1.4282242, -0.0102],
    [2, Math.SQRT2, -0.0201],
  ])('drifts as known for ReLU of width 64 that keeps moment %d', (_s, scale, drift) => {
    const law = logNormStep({ width: 64, weightVariance: scale ** 2 / 64, slope: 0 });

    expect(law.mean).toBeCloseTo(drift, 4);
    expect(law.variance).toBeCloseTo(0.02075, 5);
  });

  it.each([
    [5, 9, 0],
    [9, 5, 0.3],
    [4, 4, 1],
  ])('is that of drawn layers from %d to %d units at slope %d', (fanIn, width, slope) => {
    const source = stream(`log-norm/${slope}`);
    const weightVariance = 0.37;
    const x = normals(source, fanIn);
    const norm = (values: Float64Array): number => Math.sqrt(values.reduce((s, v) => s + v * v, 0));
    const steps = Array.from({ length: 40_000 }, () => {
      const sums = Float64Array.from({ length: width }, () => {
        const z = x.reduce((sum, v) => sum + v * source.normal(), 0) * Math.sqrt(weightVariance);
        return z > 0 ? z : slope * z;
      });
      return Math.log(norm(sums) / norm(x));
    }).filter(Number.isFinite);
    const law = logNormStep({ width, weightVariance, slope });
    const squares = steps.map((step) => (step - law.mean) ** 2);

    expect(Math.abs(mean(steps) - law.mean)).toBeLessThan(4 * standardError(steps));
    expect(Math.abs(mean(squares) - law.variance)).toBeLessThan(4 * standardError(squares));
  });
});
