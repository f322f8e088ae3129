import { describe, expect, it } from 'vitest';
import type { Settings } from '../../nn/Settings.ts';
import { drawn } from '../testing/networkOfArm.ts';
import { affineScales } from './affineScales.ts';

const scalesOf = (settings: Settings) =>
  affineScales(
    drawn({ 'net.width': 8, 'net.depth': 1, ...settings }, { inputs: 2, outputs: 1 }).layer,
  );

describe('the factors of affine maps', () => {
  it('are σ_w/√fan-in and σ_b in NTK scaling', () => {
    const [first, second] = scalesOf({ sw2: 2, sb2: 0.25 });

    expect(first).toEqual({ weightScale: 1, biasScale: 0.5 });
    expect(second?.weightScale).toBeCloseTo(0.5, 15);
  });

  it('are 1 in standard scaling', () => {
    expect(scalesOf({ scaling: 'standard' })).toEqual([
      { weightScale: 1, biasScale: 1 },
      { weightScale: 1, biasScale: 1 },
    ]);
  });

  it('know that there is no bias', () => {
    expect(scalesOf({ bias: false, sw2: 2 })[0]).toEqual({ weightScale: 1 });
  });
});
