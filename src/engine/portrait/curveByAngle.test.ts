import { expect, it } from 'vitest';
import { matrix } from '../../math/matrix.ts';
import { firstHalf, turn } from './circle.ts';
import { curveByAngle } from './curveByAngle.ts';

const around = (kernel: (angle: number) => number, n: number) => {
  const angles = turn(n);
  return matrix(
    n,
    n,
    Float64Array.from({ length: n * n }, (_, p) =>
      kernel(angles[Math.floor(p / n)]! - angles[p % n]!),
    ),
  );
};
const curve = (kernel: (angle: number) => number, n = 32) => {
  const angles = firstHalf(turn(n));
  return curveByAngle(angles, angles.map(kernel), around(kernel, n));
};

it('of 3 + 2·cos θ is in shares of 5, and has two frequencies', () => {
  const { angles, values, circle, spikiness } = curve((angle) => 3 + 2 * Math.cos(angle))!;

  expect([angles[0], angles.at(-1), angles.length]).toEqual([0, Math.PI, 17]);
  values.forEach((value, i) => expect(value).toBeCloseTo((3 + 2 * Math.cos(angles[i]!)) / 5, 14));
  expect(circle.length).toBe(9);
  circle.forEach((mu, k) => expect(mu).toBeCloseTo([0.6, 0.2][k] ?? 0, 14));
  expect(spikiness).toBeCloseTo(1, 10);
});

it('is nothing of a kernel that is zero, negative or not finite at the start', () => {
  for (const kernel of [() => 0, () => -1, () => NaN, (angle: number) => 1 / Math.abs(angle)])
    expect(curve(kernel)).toBeUndefined();
});
