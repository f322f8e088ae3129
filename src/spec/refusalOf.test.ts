import { describe, expect, it } from 'vitest';
import type { Settings } from '../nn/Settings.ts';
import { refusalOf } from './refusalOf.ts';
import { resolveArms } from './resolve.ts';

const refusal = (settings: Settings): string | undefined => {
  const [arm] = resolveArms({
    version: 1,
    shared: {},
    arms: [{ 'net.width': 7, 'net.depth': 2, ...settings }],
  });
  return refusalOf(arm!, { inputs: 5, outputs: 1 });
};

/** Finite for all fans but an output of one. */
const formula = 'normal()/(fanOut - 1)';

describe('the refusal of an arm', () => {
  it('is none for the usual networks', () => {
    expect(refusal({})).toBeUndefined();
    expect(refusal({ init: 'orthogonal', initLast: 'constant', mirror: true })).toBeUndefined();
  });

  it('is that of the initializer of each place, on the maps of that place', () => {
    expect(refusal({ init: 'custom', 'init.expr': formula })).toMatch(/fan-in 7 and fan-out 1/);
    expect(refusal({ init: 'custom', 'init.expr': formula, initLast: 'gaussian' })).toBeUndefined();
    expect(refusal({ initFirst: 'custom', 'initFirst.expr': formula })).toBeUndefined();
    expect(refusal({ initLast: 'custom', 'initLast.expr': formula })).toMatch(/fan-out 1/);
    expect(refusal({ initLast: 'custom', 'initLast.expr': '2 *' })).toMatch(/breaks off/);
  });

  it('is that of schemes that are made for some networks only', () => {
    expect(refusal({ init: 'looks-linear', act: 'relu', 'net.width': 8 })).toBeUndefined();
    expect(refusal({ init: 'looks-linear', act: 'tanh', 'net.width': 8 })).toMatch(/tanh.*\.$/);
  });
});
