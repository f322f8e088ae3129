import { describe, expect, it } from 'vitest';
import { fromRows, matrix } from '../math/matrix.ts';
import { normals, stream } from '../math/rng.ts';
import type { Settings } from '../nn/Settings.ts';
import { inputConcentration, limitOf, type ArmLimit } from './limitOf.ts';
import { resolveArms } from './resolve.ts';

const limit = (settings: Settings, x = wide): ArmLimit => {
  const [arm] = resolveArms({ version: 1, shared: {}, arms: [settings] });
  return limitOf(arm!, x);
};

const wide = matrix(10, 256, normals(stream(1), 2560));
const narrow = matrix(10, 2, normals(stream(2), 20));

describe('the limit of an arm', () => {
  it.each(['gaussian', 'orthogonal', 'he-normal', 'lecun-normal'])(
    'exists for %s weights, with nothing to add',
    (init) => {
      expect(limit({ init }, narrow)).toEqual({ exists: true, note: '' });
    },
  );

  it('of uniform weights depends on the inputs', () => {
    expect(limit({ init: 'uniform' }, wide)).toMatchObject({
      exists: true,
      note: expect.stringContaining('first layer taken as Gaussian') as string,
    });
    expect(limit({ init: 'uniform' }, narrow)).toMatchObject({
      exists: false,
      reason: expect.stringContaining('dimension 2') as string,
    });
    expect(limit({ init: 'uniform', act: 'linear' }, narrow)).toEqual({ exists: true, note: '' });
  });

  it('of uniform weights does not exist where a map sees a few numbers at a time', () => {
    for (const net of ['conv', 'rnn'])
      expect(limit({ init: 'uniform', net })).toMatchObject({
        exists: false,
        reason: expect.stringMatching(/dimension [13] /) as string,
      });
  });

  it('has an NTK where no activation is met, whichever is chosen', () => {
    expect(limit({ act: 'step' })).toMatchObject({ exists: false });
    expect(limit({ act: 'step', net: 'linear2' })).toEqual({
      exists: true,
      note: "the weights' variances depend on the width; taken at width 192",
    });
  });

  it('does not exist for constant weights', () => {
    expect(limit({ init: 'constant' }).exists).toBe(false);
  });

  it('asks the initializer of every place that the network has', () => {
    expect(limit({ init: 'gaussian', initFirst: 'uniform' }, narrow)).toMatchObject({
      exists: false,
      reason: expect.stringContaining('dimension 2') as string,
    });
    expect(limit({ init: 'uniform', initFirst: 'gaussian' }, narrow)).toEqual({
      exists: true,
      note: '',
    });
    expect(limit({ initLast: 'uniform' }, narrow)).toEqual({ exists: true, note: '' });
    expect(limit({ initLast: 'constant' }, narrow)).toMatchObject({
      exists: false,
      reason: expect.stringContaining('identical') as string,
    });
    const hidden = { init: 'constant', initFirst: 'gaussian', initLast: 'gaussian' };
    expect(limit(hidden).exists).toBe(false);
    expect(limit({ ...hidden, 'net.depth': 1 })).toEqual({ exists: true, note: '' });
  });

  it('tells a note of several places once, and those of different ones all', () => {
    const note = 'variance of the formula as measured over 4,096 draws';
    expect(limit({ init: 'custom', initLast: 'custom' })).toEqual({ exists: true, note });
    expect(limit({ initFirst: 'uniform', initLast: 'custom' })).toMatchObject({
      note: expect.stringMatching(/^first layer taken as Gaussian .*; variance of/) as string,
    });
  });

  it('of a mirrored network is that of one copy', () => {
    expect(limit({ mirror: true, act: 'step', net: 'linear2' })).toEqual(
      limit({ act: 'step', net: 'linear2' }),
    );
    expect(limit({ mirror: true, init: 'uniform' })).toEqual(limit({ init: 'uniform' }));
  });

  it('of a hard threshold is an NNGP alone, and says why', () => {
    expect(limit({ act: 'step' })).toEqual({
      exists: false,
      reason: expect.stringContaining('no NTK') as string,
      nngpExists: true,
    });
    expect(limit({ act: 'step', init: 'constant' })).not.toHaveProperty('nngpExists');
  });

  it('in standard scaling names the width that it is taken at', () => {
    expect(limit({ scaling: 'standard', 'net.width': 77 })).toEqual({
      exists: true,
      note: 'standard scaling: the NTK grows with the width; shown is its leading order at width 77',
    });
  });

  it('of Glorot weights depends on the width, and all notes are told', () => {
    expect(limit({ init: 'glorot-uniform', scaling: 'standard', 'net.width': 50 })).toMatchObject({
      note: expect.stringMatching(
        /^first layer taken as Gaussian .*; standard scaling: .*; the first layer's weight variance depends on the width; taken at width 50$/,
      ) as string,
    });
  });
});

describe('the concentration of inputs', () => {
  it('is 1/d for even entries, 1 for a single one, and that of the worst row', () => {
    expect(inputConcentration(fromRows([[2, -2, 2, 2]]))).toBe(0.25);
    expect(inputConcentration(fromRows([[0, 3, 0, 0]]))).toBe(1);
    expect(
      inputConcentration(
        fromRows([
          [1, 1],
          [1, 2],
        ]),
      ),
    ).toBeCloseTo(17 / 25, 15);
  });

  it('does not mind zeros, tiny or huge entries', () => {
    expect(inputConcentration(fromRows([[0, 0, 0]]))).toBe(0);
    expect(
      inputConcentration(
        fromRows([
          [1e-200, 1e-200],
          [1e200, 1e200],
        ]),
      ),
    ).toBe(0.5);
  });
});
