import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stream } from '../math/rng.ts';
import type { Dataset, Samples } from '../nn/Dataset.ts';
import { numberIn, type Settings } from '../nn/Settings.ts';
import { datasets } from './datasets/index.ts';
import { samplesOf } from './testing/defaultSamples.ts';
import { defaultSettings, randomSettings } from './testing/randomSettings.ts';
import { meanSquare, row, rowsOf } from './testing/rowsOf.ts';

const files = new Map([
  ['digits.bin', new Uint8Array(readFileSync(new URL('../../public/digits.bin', import.meta.url)))],
]);
const draw = (dataset: Dataset, settings: Settings, seed = 1): Samples =>
  samplesOf(dataset, settings, { seed, files });

const numbersOf = ({ x, y, xTest, yTest }: Samples): readonly Float64Array[] =>
  [x, y, xTest, yTest].map(({ data }) => data);
const isSame = (one: readonly Float64Array[], other: readonly Float64Array[]): boolean =>
  one.every((values, k) => values.every((value, i) => value === other[k]![i]));
const ascends = (values: ArrayLike<number>): boolean =>
  Array.from(values).every((value, i, all) => i === 0 || all[i - 1]! <= value);

describe.each(datasets.list)('data set $id', (dataset) => {
  /** Anything in range, however large, that there are samples for. */
  const settings = fc
    .nat()
    .map((seed) => randomSettings(dataset, stream(seed)))
    .filter(
      ({ classes, n, test }) =>
        typeof classes !== 'string' || Number(n) + Number(test) <= (classes === 'all' ? 1797 : 350),
    );
  const always = (check: (chosen: Settings, samples: Samples) => void): void =>
    fc.assert(
      fc.property(settings, fc.nat(), (chosen, seed) => check(chosen, draw(dataset, chosen, seed))),
      { numRuns: 15 },
    );

  it('has the dimensions that it says, and only finite numbers', () => {
    always((chosen, { x, xTest, y, yTest, labels, labelsTest, classes, images, position }) => {
      const { inputs, outputs } = dataset.dimensions(chosen);
      const n = 'samples' in chosen ? 6 : numberIn(chosen, 'n');
      const test = numberIn(chosen, 'test');

      const shapes = [x, xTest, y, yTest].map(({ rows, cols }) => [rows, cols]);
      expect(shapes).toEqual([
        [n, inputs],
        [test, inputs],
        [n, outputs],
        [test, outputs],
      ]);
      expect([x, xTest, y, yTest].every(({ data }) => data.every(Number.isFinite))).toBe(true);
      expect([labels, labelsTest, classes].map((part) => part === undefined)).toEqual(
        Array(3).fill(classes === undefined),
      );
      if (labels) expect([labels.length, labelsTest?.length]).toEqual([n, test]);
      if (images) expect(images.pixels).toHaveLength(n * images.side ** 2);
      if (position) expect(position).toHaveLength(n);
    });
  });

  it('draws the same samples from the same stream', () => {
    always((chosen) => {
      const [once, again, other] = [7, 7, 8].map((seed) => numbersOf(draw(dataset, chosen, seed)));

      expect(isSame(once!, again!)).toBe(true);
      if (chosen.spacing !== 'even' && !('samples' in chosen))
        expect(isSame(once!, other!)).toBe(false);
    });
  });

  it('has targets that its labels give: ±1 for two classes, else one-hot − 1/K', () => {
    always((_chosen, { y, yTest, labels, labelsTest, classes = [] }) => {
      const expected = (label: number): readonly number[] =>
        classes.length === 2
          ? [label === 0 ? -1 : 1]
          : classes.map((_, c) => (c === label ? 1 : 0) - 1 / classes.length);
      for (const [targets, of] of [
        [y, labels],
        [yTest, labelsTest],
      ] as const) {
        of?.forEach((label, i) =>
          row(targets, i).forEach((value, c) =>
            expect(Math.abs(value - expected(label)[c]!)).toBeLessThan(1e-15),
          ),
        );
      }
    });
  });

  it('stands in the order that it names', () => {
    always((_chosen, { order, labels, position, y }) => {
      const keys = order.startsWith('by class') ? labels : (position ?? y.data);

      expect(keys).toBeDefined();
      expect(ascends(keys ?? [1, 0])).toBe(true);
    });
  });

  it('keeps its lengths where it says |x|² = d', () => {
    always((_chosen, { x, xTest, standardization }) => {
      if (!standardization.includes('|x|² = d')) return;
      for (const inputs of [x, xTest]) {
        rowsOf(inputs).forEach((values) => expect(meanSquare(values)).toBeCloseTo(1, 12));
      }
    });
  });

  it('keeps its test set apart from the training set', () => {
    always((_chosen, { x, xTest }) => {
      const training = new Set(rowsOf(x).map((values) => values.join()));

      expect(rowsOf(xTest).filter((values) => training.has(values.join()))).toEqual([]);
    });
  });

  it('can be as small as it goes', () => {
    const least = Object.fromEntries(
      dataset.params.flatMap((param) =>
        param.kind === 'number' && param.key !== 'noise' ? [[param.key, param.min] as const] : [],
      ),
    );
    const fewest = dataset.id === 'points' ? { ...least, samples: '0:0' } : least;
    const { x, xTest } = draw(dataset, defaultSettings(dataset, fewest));

    expect(x.rows).toBeLessThanOrEqual(2);
    expect(xTest.rows).toBe(1);
    expect(x.data.every(Number.isFinite)).toBe(true);
  });
});
