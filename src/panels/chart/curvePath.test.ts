import { describe, expect, it } from 'vitest';
import { bandPath, curvePath, curvePoints } from './curvePath.ts';
import { scaleOf } from './Scale.ts';
import { overRuns } from './Series.ts';

const x = scaleOf('linear', [0, 1000], [0, 100], { most: 5 });
const y = scaleOf('log', [0.01, 1], [50, 0], { most: 5 });

describe('a curve in pixels', () => {
  it('goes through its points', () => {
    const series = overRuns([{ x: [0, 500, 1000], values: [1, 0.1, 0.01] }]);

    expect(curvePath(curvePoints(series, x, y))).toBe('M0,0L50,25L100,50');
  });

  it('keeps every peak of many points, at no more than four a pixel', () => {
    const steps = Array.from({ length: 100_001 }, (_, k) => k / 100);
    const values = steps.map((step) => (step === 333.33 ? 0.9 : 0.1 + (step % 0.02)));
    const points = curvePoints(overRuns([{ x: steps, values }]), x, y);

    expect(points.length).toBeLessThanOrEqual(4 * 101);
    expect(Math.min(...points.map((point) => point.y))).toBeCloseTo(y.at(0.9), 9);
  });

  it('leaves the plot below for zero, and near it for values far beyond', () => {
    const series = overRuns([{ x: [0, 500, 1000], values: [0, -1, 1e300] }]);

    expect(curvePoints(series, x, y).map((point) => point.y)).toEqual([100, 100, -50]);
  });

  it('has a band only over several networks', () => {
    const one = { x: [0, 1000], values: [0.1, 0.1] };
    const other = { x: [0, 1000], values: [1, 1] };

    expect(bandPath(overRuns([one]), x, y)).toBe('');
    expect(bandPath(overRuns([one, other]), x, y)).toBe('M0,0L100,0L100,25L0,25Z');
  });
});
