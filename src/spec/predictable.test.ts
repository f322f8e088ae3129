import { describe, expect, it } from 'vitest';
import type { Settings } from '../nn/Settings.ts';
import { canonical } from './canonical.ts';
import { predictable, relinearizable } from './predictable.ts';
import { resolveArms, type Arm } from './resolve.ts';

const armOf = (values: Settings): Arm => resolveArms(canonical({ shared: {}, arms: [values] }))[0]!;

describe('what a kernel tells of training', () => {
  it.each<Settings>([
    {},
    { opt: 'momentum' },
    { opt: 'nesterov' },
    { batch: 8 },
    { loss: 'logistic' },
    { outscale: 10 },
  ])('is all of it: %o', (values) => {
    expect(predictable(armOf(values))).toEqual({ exists: true });
  });

  it.each<[Settings, RegExp]>([
    [{ opt: 'adam' }, /^Adam divides .* there is no prediction\.$/],
    [{ opt: 'rmsprop' }, /^RMSProp divides/],
    [{ decay: 0.1 }, /^Weight decay pulls/],
  ])('is nothing, for a reason: %o', (values, words) => {
    for (const told of [predictable(armOf(values)), relinearizable(armOf(values))])
      expect(told.exists ? 'nothing is told' : told.reason).toMatch(words);
  });

  it('from a later step on is nothing where weights are in motion', () => {
    expect(relinearizable(armOf({ batch: 8 }))).toEqual({ exists: true });
    expect(relinearizable(armOf({ opt: 'momentum' }))).toMatchObject({ exists: false });
    expect(relinearizable(armOf({ opt: 'nesterov' }))).toMatchObject({ exists: false });
  });
});
