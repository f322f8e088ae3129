import { describe, expect, it } from 'vitest';
import type { Settings } from '../nn/Settings.ts';
import { canonical } from './canonical.ts';
import { startWarning } from './startWarning.ts';
import { armValues } from './values.ts';

const warning = (settings: Settings, inputs?: number): string | undefined =>
  startWarning(armValues(canonical({ shared: {}, arms: [settings] }), 0), inputs);

const pairs = { init: 'looks-linear', act: 'relu' };
const isometric = { init: 'isometric', net: 'preact', act: 'relu' };

describe('the warning of a start', () => {
  it('is none for a scheme that is used as a whole, and for others', () => {
    expect(warning(pairs, 64)).toBeUndefined();
    expect(warning({ ...isometric, 'net.width': 128 }, 64)).toBeUndefined();
    expect(warning({ ...pairs, initFirst: 'looks-linear' }, 64)).toBeUndefined();
    expect(warning({ initFirst: 'constant', initLast: 'zero', 'net.width': 2 }, 64)).toBe(
      undefined,
    );
  });

  it('says what another first layer or readout breaks', () => {
    expect(warning({ ...pairs, initFirst: 'gaussian' })).toMatch(
      /own first layer makes the mirrored pairs.*Draw the first layer as the hidden layers/u,
    );
    expect(warning({ ...pairs, initLast: 'constant' })).toMatch(/own readout.*start linear/u);
    expect(warning({ ...isometric, initFirst: 'he-normal' })).toMatch(/not orthogonal/u);
    expect(warning({ ...isometric, initLast: 'gaussian' })).toMatch(/own readout/u);
  });

  it('says which width an isometric start needs for so many inputs', () => {
    expect(warning({ ...isometric, 'net.width': 126 }, 64)).toMatch(/64 inputs.*128.*126/u);
    expect(warning({ ...isometric, 'net.width': 126 })).toBeUndefined();
    expect(warning({ ...isometric, net: 'convres', 'net.width': 8 }, 64)).toBeUndefined();
  });
});
