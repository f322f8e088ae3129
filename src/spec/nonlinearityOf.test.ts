import { describe, expect, it } from 'vitest';
import { architectures } from '../catalog/architectures/index.ts';
import { stream } from '../math/rng.ts';
import { trace } from '../nn/trace.ts';
import type { Settings } from '../nn/Settings.ts';
import { layerOf } from './layerOf.ts';
import { nonlinearityOf } from './nonlinearityOf.ts';
import { refusalOf } from './refusalOf.ts';
import { resolveArms, type Arm } from './resolve.ts';

const dimensions = { inputs: 4, outputs: 1 };

const armOf = (settings: Settings): Arm =>
  resolveArms({ version: 1, shared: {}, arms: [settings] })[0]!;

const weightsOf = (settings: Settings): Float64Array =>
  layerOf(armOf({ scaling: 'standard', 'net.width': 8, ...settings }), dimensions).draw(
    stream(1),
  )[0]!.values;

describe('the nonlinearity of an arm', () => {
  it('is its activation with its settings', () => {
    const { activation, settings } = nonlinearityOf(armOf({ act: 'leaky', 'act.slope': 0.3 }));

    expect(activation.id).toBe('leaky');
    expect(settings).toEqual({ slope: 0.3 });
  });

  it.each(architectures.list)(
    'is linear for $id if and only if that has no activation',
    (entry) => {
      const arm = armOf({ net: entry.id, act: 'relu', init: 'gaussian' });
      const { op } = trace(layerOf(arm, { inputs: 9, outputs: 1 }), 9).find(
        (step) => step.op !== 'input' && step.op !== 'affine',
      ) ?? { op: 'none' };

      expect(nonlinearityOf(arm).activation.id === 'linear').toBe(op === 'none');
    },
  );

  it('decides what weights that are made for it are, and whether they can be', () => {
    const settings = { net: 'linear2', act: 'tanh', 'init.for': 'activation' };

    expect(refusalOf(armOf({ ...settings, init: 'fractional' }), dimensions)).toBeUndefined();
    expect(refusalOf(armOf({ act: 'tanh', init: 'fractional' }), dimensions)).toMatch(
      /not for tanh/,
    );
    expect(weightsOf({ ...settings, init: 'he-normal' })).toEqual(
      weightsOf({ ...settings, init: 'lecun-normal' }),
    );
  });
});
