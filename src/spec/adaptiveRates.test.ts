import { describe, expect, it } from 'vitest';
import type { Settings } from '../nn/Settings.ts';
import { adaptiveRate, adaptiveRateWarning } from './adaptiveRates.ts';
import { canonical } from './canonical.ts';
import { armValues } from './values.ts';

const warning = (settings: Settings): string | undefined =>
  adaptiveRateWarning(armValues(canonical({ shared: {}, arms: [settings] }), 0));

describe('the rate of an adaptive optimizer', () => {
  it('is said to be far too large where it is one of gradient descent', () => {
    expect(warning({ opt: 'adam' })).toMatch(/Adam.*0\.5 is far/u);
    expect(warning({ opt: 'rmsprop', rate: 0.05, scaling: 'standard' })).toMatch(/RMSProp.*0\.05/u);
  });

  it('is not where it fits, or where another optimizer has it', () => {
    expect(warning({ opt: 'adam', rate: adaptiveRate })).toBeUndefined();
    expect(warning({ opt: 'adam', rate: 0.1 })).toBeUndefined();
    expect(
      warning({ opt: 'adam', rate: 0.1, scaling: 'standard', 'rate.layers': true }),
    ).toBeUndefined();
    expect(warning({ rate: 1.5 })).toBeUndefined();
    expect(warning({ opt: 'momentum', rate: 100, 'rate.unit': 'plain' })).toBeUndefined();
  });
});
