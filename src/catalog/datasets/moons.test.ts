import { describe, expect, it } from 'vitest';
import { mean } from '../../math/summary.ts';
import { defaultSamples } from '../testing/defaultSamples.ts';
import { column, meanSquare, rowsOf } from '../testing/rowsOf.ts';

describe('the moons', () => {
  it('are half circles once the scaling is undone', () => {
    const { x, labels } = defaultSamples('moons', { n: 400, noise: 0 });

    // A circle that was stretched along its axes is a x² + b y² + c x + d y = 1: four points decide it.
    for (const label of [0, 1]) {
      const moon = rowsOf(x).filter((_, i) => labels![i] === label);
      const places = [10, 60, 110, 180].map((i) => moon[i]!);
      const conic = solved(places.map(([u, v]) => [u! * u!, v! * v!, u!, v!, 1]));

      moon.forEach(([u, v]) => {
        const [a, b, c, d] = conic;
        expect(a! * u! * u! + b! * v! * v! + c! * u! + d! * v!).toBeCloseTo(1, 8);
      });
    }
  });

  it('have zero mean and unit variance in each coordinate', () => {
    const { x } = defaultSamples('moons', {});

    for (const j of [0, 1]) {
      expect(mean(column(x, j))).toBeCloseTo(0, 13);
      expect(meanSquare(column(x, j))).toBeCloseTo(1, 13);
    }
  });
});

/** The solution of a square system whose rows end in the right-hand side, by elimination with pivots. */
function solved(rows: readonly (readonly number[])[]): readonly number[] {
  const work = rows.map((values) => [...values]);
  const n = work.length;
  for (let k = 0; k < n; k++) {
    const rest = work.slice(k).map((values) => Math.abs(values[k]!));
    const pivot = k + rest.indexOf(Math.max(...rest));
    [work[k], work[pivot]] = [work[pivot]!, work[k]!];
    for (let i = 0; i < n; i++) {
      if (i === k) continue;
      const factor = work[i]![k]! / work[k]![k]!;
      work[i] = work[i]!.map((value, j) => value - factor * work[k]![j]!);
    }
  }
  return work.map((values, k) => values[n]! / values[k]!);
}
