import { describe, expect, it } from 'vitest';
import type { Settings } from '../nn/Settings.ts';
import { layerOf, weightStream } from './layerOf.ts';
import { resolveArms } from './resolve.ts';

const dimensions = { inputs: 5, outputs: 2 };

const weightsOf = (settings: Settings): readonly Float64Array[] => {
  const [arm] = resolveArms({
    version: 1,
    shared: {},
    arms: [{ 'net.width': 7, 'net.depth': 2, bias: false, ...settings }],
  });
  return layerOf(arm!, dimensions)
    .draw(weightStream(1, 0))
    .map(({ values }) => values);
};

describe('the network of an arm', () => {
  const plain = weightsOf({});

  it('draws its first layer in its own way, and all else as before', () => {
    const [first, ...others] = weightsOf({ initFirst: 'constant', 'initFirst.c': 3 });

    expect(first).toEqual(new Float64Array(35).fill(3));
    expect(others).toEqual(plain.slice(1));
  });

  it('draws its readout in its own way, and all else as before', () => {
    const weights = weightsOf({ initLast: 'constant', 'initLast.c': -1 });

    expect(weights.at(-1)).toEqual(new Float64Array(14).fill(-1));
    expect(weights.slice(0, -1)).toEqual(plain.slice(0, -1));
  });

  it('keeps the hidden layers where the others are told otherwise', () => {
    const weights = weightsOf({ init: 'constant', initFirst: 'gaussian', initLast: 'gaussian' });

    expect(weights[1]).toEqual(new Float64Array(49).fill(1));
    expect([weights[0], weights[2]]).toEqual([plain[0], plain[2]]);
  });

  it('is two copies with the same weights where it is mirrored', () => {
    expect(weightsOf({ mirror: true })).toEqual([...plain, ...plain]);
  });
});
