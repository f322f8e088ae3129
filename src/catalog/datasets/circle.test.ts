import { describe, expect, it } from 'vitest';
import { defaultSamples } from '../testing/defaultSamples.ts';
import { classCounts, row, rowsOf } from '../testing/rowsOf.ts';

describe('the circle', () => {
  it('holds cos kθ at its angles', () => {
    for (const spacing of ['even', 'random']) {
      const { x, y, position } = defaultSamples('circle', { spacing, k: 5 });

      position!.forEach((angle, i) => {
        expect(row(x, i)[0]).toBeCloseTo(Math.SQRT2 * Math.cos(angle), 14);
        expect(row(x, i)[1]).toBeCloseTo(Math.SQRT2 * Math.sin(angle), 14);
        expect(y.data[i]).toBeCloseTo(Math.cos(5 * angle), 12);
      });
    }
  });

  it('has a test set halfway between as many even angles', () => {
    const { x, xTest } = defaultSamples('circle', { n: 12, test: 12 });

    rowsOf(xTest).forEach((values, i) => {
      const middle = (2 * Math.PI * (i + 0.5)) / 12;
      expect(values[0]).toBeCloseTo(Math.SQRT2 * Math.cos(middle), 14);
      expect(row(x, i)[0]).toBeCloseTo(Math.SQRT2 * Math.cos((2 * Math.PI * i) / 12), 14);
    });
  });

  it.each([1, 2, 3, 8, 16])(
    'has even classes at frequency %d, though some angles lie on the border',
    (k) => {
      const { labels, y, position } = defaultSamples('circle', { target: 'classes', k });

      expect(classCounts(labels!, 2)).toEqual([32, 32]);
      position!.forEach((angle, i) => {
        const cosine = Math.cos(k * angle);
        if (Math.abs(cosine) > 1e-9) expect(y.data[i]).toBe(Math.sign(cosine));
      });
    },
  );
});
