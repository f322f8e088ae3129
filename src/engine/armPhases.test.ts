import { describe, expect, it } from 'vitest';
import type { Settings } from '../nn/Settings.ts';
import { resolveArms } from '../spec/resolve.ts';
import { armPhases } from './armPhases.ts';

const phasesOf = (...arms: readonly [Settings, ...Settings[]]) => [
  ...armPhases(resolveArms({ version: 1, shared: {}, arms })),
];

describe('the phases of arms', () => {
  it('are those of ReLU networks in closed form: χ₁ = σ_w²/2, q* = σ_b²/(1 − σ_w²/2)', () => {
    const relu = { act: 'relu', sb2: 0.3 };
    const [ordered, chaotic] = phasesOf({ ...relu, sw2: 1.5 }, { ...relu, sw2: 3 });

    expect(ordered).toMatchObject({ kind: 'phase', arm: 'A', phase: 'ordered' });
    expect(ordered?.slope).toBeCloseTo(0.75, 12);
    expect(ordered?.variance).toBeCloseTo(1.2, 10);
    expect(chaotic).toMatchObject({ arm: 'B', phase: 'chaotic', variance: Infinity });
  });

  it('are critical for He weights without biases, whatever σ_w² is', () => {
    const [he] = phasesOf({ act: 'relu', init: 'he-normal', bias: false, sw2: 0.1 });

    expect(he).toMatchObject({ phase: 'critical', slope: 1 });
  });

  it('follow the hidden layers, not the first one or the readout', () => {
    const overrides = { initFirst: 'constant', initLast: 'constant' };

    expect(phasesOf({ act: 'relu', ...overrides })).toEqual(phasesOf({ act: 'relu' }));
  });

  it('are not told of weights that have no mean field, nor of biases that all are alike', () => {
    expect(phasesOf({ init: 'constant' }, { init: 'stable' }, { init: 'large-bias' })).toEqual([]);
  });
});
