import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { stream } from '../../math/rng.ts';
import { mean } from '../../math/summary.ts';
import type { Samples } from '../../nn/Dataset.ts';
import type { Settings } from '../../nn/Settings.ts';
import { defaultSamples } from '../testing/defaultSamples.ts';
import { defaultSettings } from '../testing/randomSettings.ts';
import { classCounts, column, meanSquare, rowsOf } from '../testing/rowsOf.ts';
import { datasets } from './index.ts';

const files = new Map([
  [
    'digits.bin',
    new Uint8Array(readFileSync(new URL('../../../public/digits.bin', import.meta.url))),
  ],
]);

/** Digits at their defaults, or as set here. */
const digitsOf = (fixed: Settings): Samples => defaultSamples('digits', fixed, files);

describe('digits', () => {
  it('are as even in class as there are images, and never repeat one', () => {
    for (const classes of ['3,8', '0,1', 'all']) {
      const k = classes === 'all' ? 10 : 2;
      for (const n of [2, 33, 64, 300]) {
        const { labels, labelsTest, images, x } = digitsOf({ classes, n, test: 41 });
        for (const all of [labels!, labelsTest!]) {
          const each = classCounts(all, k);
          expect(Math.max(...each) - Math.min(...each)).toBeLessThanOrEqual(1);
        }
        expect(new Set(rowsOf(x).map((values) => values.join())).size).toBe(n);
        expect(images?.side).toBe(8);
      }
    }
  });

  it('can be drawn to the last one, each once', () => {
    const bytes = files.get('digits.bin')!;
    const { x, xTest, labels, labelsTest } = digitsOf({
      classes: 'all',
      n: 1024,
      test: 773,
      standardization: 'raw',
    });
    const image = (values: ArrayLike<number>, label: number): string =>
      `${label}: ${Array.from(values).join()}`;
    const drawn = [
      ...rowsOf(x).map((values, i) =>
        image(
          values.map((g) => g * 16),
          labels![i]!,
        ),
      ),
      ...rowsOf(xTest).map((values, i) =>
        image(
          values.map((g) => g * 16),
          labelsTest![i]!,
        ),
      ),
    ];
    const held = Array.from({ length: 1797 }, (_, i) =>
      image(bytes.subarray(64 * i, 64 * (i + 1)), bytes[64 * 1797 + i]!),
    );

    expect(drawn.sort()).toEqual(held.sort());
  });

  it('fill up from the larger class when the smaller one runs out', () => {
    const { labels, labelsTest } = digitsOf({ n: 350, test: 7 });

    expect(classCounts(labels!, 2)).toEqual([176, 174]);
    expect(classCounts(labelsTest!, 2)).toEqual([7, 0]);
  });

  it('say how many there are when asked for more', () => {
    expect(() => digitsOf({ n: 300, test: 58 })).toThrow(
      new RangeError(
        'There are 357 images of digits 3 and 8, fewer than 300 to train on and 58 to test on.',
      ),
    );
    expect(() => digitsOf({ classes: 'all', n: 1024, test: 774 })).toThrow(
      'There are 1797 images of all ten digits',
    );
  });

  it('keep the test set when the training set grows, and the other way round', () => {
    const fixed = { standardization: 'raw' };
    const small = digitsOf({ ...fixed, n: 20, test: 30 });
    const grown = digitsOf({ ...fixed, n: 200, test: 30 });
    const tested = digitsOf({ ...fixed, n: 20, test: 100 });

    expect(grown.xTest).toEqual(small.xTest);
    expect(tested.x).toEqual(small.x);
  });

  it.each(['global', 'pixel', 'norm', 'raw'])('are scaled as %s says', (standardization) => {
    const { x, xTest, images } = digitsOf({ n: 100, standardization });
    const pixels = Float64Array.from(images!.pixels);

    switch (standardization) {
      case 'global':
        expect(mean(x.data)).toBeCloseTo(0, 12);
        expect(meanSquare(x.data)).toBeCloseTo(1, 12);
        break;
      case 'pixel':
        for (let j = 0; j < 64; j++) {
          expect(mean(column(x, j))).toBeCloseTo(0, 13);
          const constant = column(x, j).every((value) => value === 0);
          expect(meanSquare(column(x, j))).toBeCloseTo(constant ? 0 : 1, 12);
          if (constant) expect(column(xTest, j).every((value) => value === 0)).toBe(true);
        }
        // The corner of these images is always paper.
        expect(column(x, 0).every((value) => value === 0)).toBe(true);
        break;
      case 'norm':
        rowsOf(x).forEach((values, i) => {
          const ratio = values
            .map((value, j) => value / pixels[64 * i + j]!)
            .filter(Number.isFinite);
          expect(Math.max(...ratio) / Math.min(...ratio)).toBeCloseTo(1, 13);
        });
        break;
      default:
        expect(x.data).toEqual(pixels);
    }
  });

  it('scale the test set by the numbers of the training set', () => {
    const raw = digitsOf({ standardization: 'raw' });
    const spread = Math.sqrt(meanSquare(raw.x.data) - mean(raw.x.data) ** 2);
    const { xTest } = digitsOf({});

    xTest.data.forEach((value, p) =>
      expect(value).toBeCloseTo((raw.xTest.data[p]! - mean(raw.x.data)) / spread, 11),
    );
  });

  it('refuse a file that is cut short', () => {
    const cut = new Map([['digits.bin', files.get('digits.bin')!.subarray(0, 100_000)]]);
    const digits = datasets.get('digits');

    expect(() => digits.draw(defaultSettings(digits), stream(1), cut)).toThrow('100000');
    expect(() => digits.draw(defaultSettings(digits), stream(1), new Map())).toThrow('digits.bin');
  });
});
