import { describe, expect, it } from 'vitest';
import { defaultSamples } from '../testing/defaultSamples.ts';
import { column, meanSquare } from '../testing/rowsOf.ts';

describe('the curve', () => {
  const shapes: Readonly<Record<string, (x: number) => number>> = {
    sine: (x) => Math.sin(3 * Math.PI * x),
    sines: (x) => Math.sin(3 * Math.PI * x) + Math.sin(9 * Math.PI * x) / 2,
    step: (x) => (x < 0 ? -1 : 1),
    abs: Math.abs,
    cubic: (x) => 4 * x ** 3 - 3 * x,
  };

  it.each(Object.entries(shapes))(
    '%s is as named, and noise is on training targets only',
    (target, f) => {
      const clean = defaultSamples('regression', { target, k: 3, noise: 0 });
      const noisy = defaultSamples('regression', { target, k: 3, noise: 0.5 });

      clean.position!.forEach((x, i) => {
        expect(clean.x.data[i]).toBe(x);
        expect(clean.y.data[i]).toBeCloseTo(f(x), 12);
      });
      clean.xTest.data.forEach((x, i) => expect(clean.yTest.data[i]).toBeCloseTo(f(x), 12));
      expect(noisy.yTest).toEqual(clean.yTest);
      const noise = noisy.y.data.map((value, i) => value - clean.y.data[i]!);
      expect(Math.abs(meanSquare(noise) / 0.25 - 1)).toBeLessThan(4 * Math.sqrt(2 / 64));
    },
  );

  it('can have a constant 1 beside its input', () => {
    const { x, position } = defaultSamples('regression', { embed: 'lifted' });

    expect(column(x, 0)).toEqual(position);
    expect(column(x, 1).every((value) => value === 1)).toBe(true);
  });

  it('lies on even training points with test points between', () => {
    const { position, xTest } = defaultSamples('regression', { n: 4, test: 4 });

    expect(Array.from(position!)).toEqual([-0.75, -0.25, 0.25, 0.75]);
    expect(Array.from(xTest.data)).toEqual([-1, -0.5, 0, 0.5]);
  });
});
