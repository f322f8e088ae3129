import { describe, expect, it } from 'vitest';
import { bandPath, curvePath, curvePoints, runsPath } from './curvePath.ts';
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

  it('has the narrower band where there is one', () => {
    const [low, middle, high] = [0.01, 0.1, 1].map((value) => ({
      x: [0, 1000],
      values: [value, value],
    }));
    const series = overRuns([low!, middle!, high!], 0.25);

    expect(bandPath(overRuns([low!, middle!, high!]), x, y)).toBe('M0,0L100,0L100,50L0,50Z');
    // The quartiles are halfway to the middle: 0.055 and 0.55.
    expect(bandPath(series, x, y)).toBe('M0,6.5L100,6.5L100,31.5L0,31.5Z');
  });

  it('draws single runs one after the other, in as many points together as few have alone', () => {
    const run = { x: [0, 1000], values: [0.1, 1] };

    expect(runsPath([run, { ...run, values: [0.01, NaN] }], x, y)).toBe('M0,25L100,0M0,50Z');

    const steps = Array.from({ length: 10_001 }, (_, k) => k / 10);
    const noisy = { x: steps, values: steps.map((step) => 0.1 + (step % 0.7)) };
    const points = (count: number): number =>
      runsPath(
        Array.from({ length: count }, () => noisy),
        x,
        y,
      ).split(/[ML]/).length;

    expect(points(64)).toBeLessThan(64 * 4 * 15);
    expect(points(64) / points(8)).toBeLessThan(1.3);
  });
});
