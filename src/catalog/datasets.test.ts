import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Matrix } from '../math/matrix.ts';
import { stream } from '../math/rng.ts';
import { mean } from '../math/summary.ts';
import type { Dataset, Samples } from '../nn/Dataset.ts';
import { readPoints, writePoints } from '../nn/dataPoints.ts';
import { numberIn, type Settings } from '../nn/Settings.ts';
import { datasets } from './datasets/index.ts';
import { defaultSettings, randomSettings } from './testing/randomSettings.ts';

const files = new Map(
  ['digits.bin'].map((name) => [
    name,
    new Uint8Array(readFileSync(new URL(`../../public/${name}`, import.meta.url))),
  ]),
);

const draw = (dataset: Dataset, settings: Settings, seed = 1): Samples =>
  dataset.draw(settings, stream(seed).fork('data'), files);

const defaults = (id: string, fixed: Settings = {}): Samples =>
  draw(datasets.get(id), defaultSettings(datasets.get(id), fixed));

const row = ({ cols, data }: Matrix, i: number): Float64Array =>
  data.subarray(i * cols, (i + 1) * cols);
const column = ({ rows, cols, data }: Matrix, j: number): Float64Array =>
  Float64Array.from({ length: rows }, (_, i) => data[i * cols + j]!);
const rowsOf = (x: Matrix): readonly Float64Array[] =>
  Array.from({ length: x.rows }, (_, i) => row(x, i));
const meanSquare = (values: Float64Array): number => mean(values.map((value) => value * value));
const ascends = (values: ArrayLike<number>): boolean =>
  Array.from(values).every((value, i, all) => i === 0 || all[i - 1]! <= value);
const counts = (labels: Int32Array, classes: number): readonly number[] =>
  Array.from({ length: classes }, (_, c) => labels.filter((label) => label === c).length);

const numbersOf = ({ x, y, xTest, yTest }: Samples): readonly Float64Array[] =>
  [x, y, xTest, yTest].map(({ data }) => data);
const isSame = (one: readonly Float64Array[], other: readonly Float64Array[]): boolean =>
  one.every((values, k) => values.every((value, i) => value === other[k]![i]));

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

describe('digits', () => {
  it('are as even in class as there are images, and never repeat one', () => {
    for (const classes of ['3,8', '0,1', 'all']) {
      const k = classes === 'all' ? 10 : 2;
      for (const n of [2, 33, 64, 300]) {
        const { labels, labelsTest, images, x } = defaults('digits', { classes, n, test: 41 });
        for (const all of [labels!, labelsTest!]) {
          const each = counts(all, k);
          expect(Math.max(...each) - Math.min(...each)).toBeLessThanOrEqual(1);
        }
        expect(new Set(rowsOf(x).map((values) => values.join())).size).toBe(n);
        expect(images?.side).toBe(8);
      }
    }
  });

  it('can be drawn to the last one, each once', () => {
    const bytes = files.get('digits.bin')!;
    const { x, xTest, labels, labelsTest } = defaults('digits', {
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
    const { labels, labelsTest } = defaults('digits', { n: 350, test: 7 });

    expect(counts(labels!, 2)).toEqual([176, 174]);
    expect(counts(labelsTest!, 2)).toEqual([7, 0]);
  });

  it('say how many there are when asked for more', () => {
    expect(() => defaults('digits', { n: 300, test: 58 })).toThrow(
      new RangeError(
        'There are 357 images of digits 3 and 8, fewer than 300 to train on and 58 to test on.',
      ),
    );
    expect(() => defaults('digits', { classes: 'all', n: 1024, test: 774 })).toThrow(
      'There are 1797 images of all ten digits',
    );
  });

  it('keep the test set when the training set grows, and the other way round', () => {
    const fixed = { standardization: 'raw' };
    const small = defaults('digits', { ...fixed, n: 20, test: 30 });
    const grown = defaults('digits', { ...fixed, n: 200, test: 30 });
    const tested = defaults('digits', { ...fixed, n: 20, test: 100 });

    expect(grown.xTest).toEqual(small.xTest);
    expect(tested.x).toEqual(small.x);
  });

  it.each(['global', 'pixel', 'norm', 'raw'])('are scaled as %s says', (standardization) => {
    const { x, xTest, images } = defaults('digits', { n: 100, standardization });
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
    const raw = defaults('digits', { standardization: 'raw' });
    const spread = Math.sqrt(meanSquare(raw.x.data) - mean(raw.x.data) ** 2);
    const { xTest } = defaults('digits', {});

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

describe('the circle', () => {
  it('holds cos kθ at its angles', () => {
    for (const spacing of ['even', 'random']) {
      const { x, y, position } = defaults('circle', { spacing, k: 5 });

      position!.forEach((angle, i) => {
        expect(row(x, i)[0]).toBeCloseTo(Math.SQRT2 * Math.cos(angle), 14);
        expect(row(x, i)[1]).toBeCloseTo(Math.SQRT2 * Math.sin(angle), 14);
        expect(y.data[i]).toBeCloseTo(Math.cos(5 * angle), 12);
      });
    }
  });

  it('has a test set halfway between as many even angles', () => {
    const { x, xTest } = defaults('circle', { n: 12, test: 12 });

    rowsOf(xTest).forEach((values, i) => {
      const middle = (2 * Math.PI * (i + 0.5)) / 12;
      expect(values[0]).toBeCloseTo(Math.SQRT2 * Math.cos(middle), 14);
      expect(row(x, i)[0]).toBeCloseTo(Math.SQRT2 * Math.cos((2 * Math.PI * i) / 12), 14);
    });
  });

  it.each([1, 2, 3, 8, 16])(
    'has even classes at frequency %d, though some angles lie on the border',
    (k) => {
      const { labels, y, position } = defaults('circle', { target: 'classes', k });

      expect(counts(labels!, 2)).toEqual([32, 32]);
      position!.forEach((angle, i) => {
        const cosine = Math.cos(k * angle);
        if (Math.abs(cosine) > 1e-9) expect(y.data[i]).toBe(Math.sign(cosine));
      });
    },
  );
});

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
      const clean = defaults('regression', { target, k: 3, noise: 0 });
      const noisy = defaults('regression', { target, k: 3, noise: 0.5 });

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
    const { x, position } = defaults('regression', { embed: 'lifted' });

    expect(column(x, 0)).toEqual(position);
    expect(column(x, 1).every((value) => value === 1)).toBe(true);
  });

  it('lies on even training points with test points between', () => {
    const { position, xTest } = defaults('regression', { n: 4, test: 4 });

    expect(Array.from(position!)).toEqual([-0.75, -0.25, 0.25, 0.75]);
    expect(Array.from(xTest.data)).toEqual([-1, -0.5, 0, 0.5]);
  });
});

describe('the points', () => {
  it('are those of their text, in order of their inputs, however they are embedded', () => {
    const samples = '0.5:-2, −1:0.25; 0:3';
    const line = defaults('points', { samples });
    const lifted = defaults('points', { samples, embed: 'lifted' });
    const round = defaults('points', { samples, embed: 'circle' });

    expect(Array.from(line.x.data)).toEqual([-1, 0, 0.5]);
    expect(Array.from(line.y.data)).toEqual([0.25, 3, -2]);
    expect(Array.from(lifted.x.data)).toEqual([-1, 1, 0, 1, 0.5, 1]);
    expect(Array.from(round.position!)).toEqual([0, Math.PI / 2, Math.PI]);
    expect(Array.from(round.y.data)).toEqual([3, -2, 0.25]);
    [Math.SQRT2, 0, 0, Math.SQRT2, -Math.SQRT2, 0].forEach((value, p) =>
      expect(round.x.data[p]).toBeCloseTo(value, 14),
    );
  });

  it('are tested on straight lines between neighbours, around the circle too', () => {
    const samples = '0:0,1:4,1.5:2';
    const line = defaults('points', { samples, test: 3 });
    const round = defaults('points', { samples, embed: 'circle', test: 4 });

    expect(Array.from(line.xTest.data)).toEqual([0.25, 0.75, 1.25]);
    expect(Array.from(line.yTest.data)).toEqual([1, 3, 3]);
    // At 45°, 135°, 225° and 315°: between 0° and 180°, 180° and 270°, 270° and 360°.
    [1, 3, 3, 1].forEach((value, i) => expect(round.yTest.data[i]).toBeCloseTo(value, 12));
  });

  it('may stand at one place, even where a test place would be', () => {
    const { xTest, yTest } = defaults('points', { samples: '0:1,0:1', test: 1 });

    expect(xTest.data[0]).not.toBe(0);
    expect(Array.from(yTest.data)).toEqual([1]);
  });

  it.each([
    ['', 'There are no points'],
    ['1:2, 3', 'Point 2, “3”, is not two numbers with a colon between'],
    ['1:2:3', 'Point 1, “1:2:3”, is not two numbers'],
    ['a:1', 'Write it as x:y, for example 0.2:0.99.'],
    ['0:0, 0:101', 'Point 2 has the coordinate 101. Coordinates go from −100 to 100.'],
    ['0:1e999', 'Point 1 has the coordinate Infinity'],
    [Array(65).fill('0:0').join(), 'These are 65 points. Take at most 64.'],
  ])('say of %j what is wrong with it', (samples, sentence) => {
    expect(() => defaults('points', { samples })).toThrow(sentence);
  });

  it('are written as they are read', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            x: fc.double({ min: -100, max: 100, noNaN: true }),
            y: fc.double({ min: -100, max: 100, noNaN: true }),
          }),
          { minLength: 1, maxLength: 64 },
        ),
        (points) => {
          const plain = points.map(({ x, y }) => ({ x: x + 0, y: y + 0 }));

          expect(readPoints(writePoints(points))).toEqual({ ok: true, points: plain });
        },
      ),
    );
  });
});

describe('the sphere', () => {
  const settings = { n: 1000, dim: 5 };

  it('has the harmonics that it names as targets, of variance one', () => {
    const linear = defaults('sphere', { ...settings, target: 'linear' });
    const quadratic = defaults('sphere', { ...settings, target: 'quadratic' });

    expect(linear.y.data).toEqual(column(linear.x, 0));
    quadratic.y.data.forEach((value, i) => {
      const [a, b] = row(quadratic.x, i);
      expect(value).toBeCloseTo(a! * b! * Math.sqrt(7 / 5), 14);
    });
    for (const { y } of [linear, quadratic]) {
      expect(Math.abs(mean(y.data))).toBeLessThan(4 / Math.sqrt(1000));
      expect(Math.abs(meanSquare(y.data) - 1)).toBeLessThan(0.2);
    }
  });

  it('is uniform: no coordinate is favoured, and none goes with another', () => {
    const { x } = defaults('sphere', { ...settings, target: 'random' });

    for (let j = 0; j < 5; j++) {
      expect(Math.abs(mean(column(x, j)))).toBeLessThan(4 / Math.sqrt(1000));
      for (let k = 0; k < j; k++) {
        const other = column(x, k);
        const product = mean(column(x, j).map((value, i) => value * other[i]!));
        expect(Math.abs(product)).toBeLessThan(4 / Math.sqrt(1000));
      }
    }
  });

  it('has random labels that are coin tosses', () => {
    const { labels, labelsTest } = defaults('sphere', {
      ...settings,
      test: 1000,
      target: 'random',
    });

    expect(Math.abs(counts(labels!, 2)[1]! - 500)).toBeLessThan(4 * Math.sqrt(250));
    expect(Math.abs(counts(labelsTest!, 2)[1]! - 500)).toBeLessThan(4 * Math.sqrt(250));
  });
});

describe('the Gaussian cloud', () => {
  it('has variance one in each coordinate', () => {
    const { x } = defaults('cloud', { n: 1000, dim: 4, target: 'random' });

    for (let j = 0; j < 4; j++) {
      expect(Math.abs(mean(column(x, j)))).toBeLessThan(4 / Math.sqrt(1000));
      expect(Math.abs(meanSquare(column(x, j)) - 1)).toBeLessThan(4 * Math.sqrt(2 / 1000));
    }
  });

  it('has two centres as far apart as it says, and classes of one size', () => {
    const apart = defaults('cloud', { n: 100, dim: 9, separation: 6 });
    const together = defaults('cloud', { n: 100, dim: 9, separation: 0 });

    expect(counts(apart.labels!, 2)).toEqual([50, 50]);
    apart.labels!.forEach((label, i) => {
      const shift = row(apart.x, i).map((value, j) => value - row(together.x, i)[j]!);
      expect(Math.sqrt(9 * meanSquare(shift))).toBeCloseTo(3, 12);
      expect(Math.sign(shift[0]!)).toBe(label === 0 ? -1 : 1);
    });
  });
});

describe('the moons', () => {
  it('are half circles once the scaling is undone', () => {
    const { x, labels } = defaults('moons', { n: 400, noise: 0 });

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
    const { x } = defaults('moons', {});

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
