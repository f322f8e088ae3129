import { describe, expect, it } from 'vitest';
import { tapped } from '../../nn/tapped.ts';
import { normalMean } from '../../nn/testing/pairMean.ts';
import { plainOps } from '../../nn/plainOps.ts';
import { windowOf } from '../../nn/Window.ts';
import { activations } from '../activations/index.ts';
import { defaultSettings } from '../testing/randomSettings.ts';
import { initializers } from './index.ts';

const shape = { fanIn: 30, fanOut: 50 };

const gainOf = (id: string, settings = {}, at = shape): number => {
  const initializer = initializers.get(id);
  return initializer.gain(at, 9, defaultSettings(initializer, settings));
};

describe.each(['normal', 'uniform'])('the fans of %s schemes', (law) => {
  it.each([
    ['he', {}, 2],
    ['lecun', {}, 1],
    ['glorot', {}, (2 * 30) / 80],
    ['he', { fan: 'out' }, (2 * 30) / 50],
    ['he', { fan: 'average' }, (2 * 2 * 30) / 80],
    ['lecun', { fan: 'out' }, 30 / 50],
    ['lecun', { fan: 'average' }, (2 * 30) / 80],
    ['glorot', { fan: 'in' }, 1],
    ['glorot', { fan: 'out' }, 30 / 50],
    ['he', { for: 'leaky', slope: 0.5 }, 1.6],
    ['he', { for: 'leaky', slope: 0.01, fan: 'out' }, (2 / 1.0001) * (30 / 50)],
  ])('give %s with %j fan-in × variance %d at 30×50', (id, settings, gain) => {
    expect(gainOf(`${id}-${law}`, settings)).toBeCloseTo(gain, 14);
  });

  it('count every tap of a convolution, both ways', () => {
    const window = windowOf({ rows: 1, columns: 8 }, 3, 'zero');
    const he = initializers.get(`he-${law}`);
    const gain = (fan: string): number =>
      tapped(he, window, 'tap').gain({ fanIn: 12, fanOut: 6 }, 1, defaultSettings(he, { fan }));

    // Variance 2/(3·4), 2/(3·6) and their harmonic mean, times 3·4.
    expect(gain('in')).toBe(2);
    expect(gain('out')).toBeCloseTo((2 / 18) * 12, 14);
    expect(gain('average')).toBeCloseTo((2 / 15) * 12, 14);
  });
});

describe('He for the activation used', () => {
  const he = initializers.get('he-normal');
  const settings = defaultSettings(he, { for: 'activation' });

  it.each(activations.list)('keeps the mean square of $id', (activation) => {
    const own = defaultSettings(activation);
    const gain = he.gain({ ...shape, nonlinearity: { activation, settings: own } }, 9, settings);
    const square = normalMean((z) => activation.f(plainOps, z, own) ** 2, 0, 0.25);

    expect(gain * square).toBeCloseTo(1, 8);
  });

  it('is that for ReLU and leaky ReLU where these are used, and LeCun’s without activation', () => {
    const at = (id: string, own = {}): number => {
      const activation = activations.get(id);
      return he.gain({ ...shape, nonlinearity: { activation, settings: own } }, 9, settings);
    };
    expect(at('relu')).toBeCloseTo(2, 13);
    expect(at('leaky', { slope: 0.5 })).toBeCloseTo(1.6, 13);
    expect(at('linear')).toBe(1);
    expect(he.gain(shape, 9, settings)).toBe(1);
  });
});

describe('a scheme over fan-out', () => {
  it('says that kernels grow with the width', () => {
    const facts = { inputConcentration: 1 / 64, linearActivation: false, inputs: 64 };
    for (const id of ['he-normal', 'glorot-uniform'])
      expect(initializers.get(id).limit({ ...facts, settings: { fan: 'out' } })).toMatchObject({
        exists: true,
        note: expect.stringMatching(/grow with the width$/) as string,
      });
  });
});
