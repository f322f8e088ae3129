import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { stream } from '../math/rng.ts';
import { datasets } from './datasets/index.ts';
import { initializers } from './initializers/index.ts';
import { defaultSettings } from './testing/randomSettings.ts';

const files = new Map(
  ['digits.bin'].map((name) => [
    name,
    new Uint8Array(readFileSync(new URL(`../../public/${name}`, import.meta.url))),
  ]),
);

/** One number that changes with any of many, or with their order. */
const weighed = (values: Float64Array): number =>
  values.reduce((sum, value, p) => sum + ((p % 7) + 1) * value, 0);

const samples = [
  ['digits', [33.6195253498, -200.1462103387, 9.0]],
  ['moons', [-4.6548335082, -1.3356441289, 9.0]],
  ['circle', [-4.2646264958, -4.4051385827, -3.1007346233]],
  ['regression', [4.921875, 0.96875, -1.9670291061]],
  ['points', [7.0, 4.921875, 1.7]],
  ['sphere', [51.0052351848, -199.1009182468, 40.5616115113]],
  ['cloud', [31.9898258744, -241.662865473, 9.0]],
  ['sequences', [-152.7571058798, 51.3904539244, 9.0]],
] as const;

const weights = [
  ['gaussian', 213.9722273528],
  ['truncated', 22.7486896879],
  ['uniform', -82.7899171115],
  ['large-bias', 213.9722273528],
  ['he-normal', 213.9722273528],
  ['he-uniform', -82.7899171115],
  ['glorot-normal', 213.9722273528],
  ['glorot-uniform', -82.7899171115],
  ['lecun-normal', 213.9722273528],
  ['lecun-uniform', -82.7899171115],
  ['fractional', 213.9722273528],
  ['siren', -82.7899171115],
  ['orthogonal', 129.2227146787],
  ['looks-linear', -34.985488548],
  ['isometric', -34.985488548],
  ['noisy-identity', 374.6959631803],
  ['sparse', -113.8406586557],
  ['fixup', 213.9722273528],
  ['skipinit', 213.9722273528],
  ['stable', -218.2462861991],
  ['student', -175.3324352393],
  ['constant', 2395.0],
  ['zero', 146.2553417828],
  ['custom', 213.9722273528],
] as const;

// Links live for years: a change here is a change of what every published link shows.
describe('what a link of version 1 draws', () => {
  it.each(samples)('are these samples of %s', (id, expected) => {
    const dataset = datasets.get(id);
    const { x, xTest, y } = dataset.draw(defaultSettings(dataset), stream(1).fork('data'), files);

    [x, xTest, y].forEach(({ data }, k) => expect(weighed(data)).toBeCloseTo(expected[k]!, 9));
  });

  it('covers every data set and every initializer', () => {
    expect(samples.map(([id]) => id)).toEqual(datasets.list.map(({ id }) => id));
    // Pickers may list them in another order.
    const ids: readonly string[] = weights.map(([id]) => id);
    expect(ids.toSorted()).toEqual(initializers.list.map(({ id }) => id).toSorted());
  });

  it.each(weights)('are these weights of %s', (id, expected) => {
    const initializer = initializers.get(id);
    const unit = initializer.unit(
      stream(1).fork('W'),
      { fanIn: 20, fanOut: 30 },
      defaultSettings(initializer),
    );

    expect(weighed(unit)).toBeCloseTo(expected, 9);
  });
});
