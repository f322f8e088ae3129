import { describe, expect, it } from 'vitest';
import type { Settings } from '../nn/Settings.ts';
import { canonical } from '../spec/canonical.ts';
import { armNames } from './armNames.ts';

const names = (...arms: readonly Settings[]): readonly string[] =>
  armNames(canonical({ shared: {}, arms }));

describe('names of arms', () => {
  it('are a letter for a single arm, and for arms that are alike', () => {
    expect(names({})).toEqual(['A']);
    expect(names({}, {})).toEqual(['A', 'B']);
  });

  it('say the initializer first', () => {
    expect(names({ 'net.width': 64 }, { init: 'orthogonal', 'net.width': 128 })).toEqual([
      'A Gaussian',
      'B orthogonal',
    ]);
  });

  it('say more only between arms that the first setting does not tell apart', () => {
    expect(names({}, { init: 'orthogonal' }, { init: 'orthogonal', 'net.depth': 8 })).toEqual([
      'A Gaussian',
      'B orthogonal, depth 3',
      'C orthogonal, depth 8',
    ]);
  });

  it('say of equal initializers what they are told, where they are not used and that they are mirrored', () => {
    expect(names({}, { 'init.mean': 0.5 })).toEqual(['A mean 0', 'B mean 0.5']);
    expect(names({ init: 'uniform' }, { init: 'uniform', 'init.range': 1 })).toEqual([
      'A range ± 1.732',
      'B range ± 1',
    ]);
    expect(names({}, { initFirst: 'constant' }, { initLast: 'zero' }, { mirror: true })).toEqual([
      'A',
      'B first layer constant',
      'C readout ZerO',
      'D mirrored',
    ]);
    expect(names({ initLast: 'constant' }, { 'initLast.c': 2 })).toEqual([
      'A readout constant c 1',
      'B readout constant c 2',
    ]);
    expect(names({ init: 'custom' }, { 'init.expr': 'sqrt(2/fanIn)*uniform()*2' })).toEqual([
      'A sqrt(2/fanIn)*n…',
      'B sqrt(2/fanIn)*u…',
    ]);
  });

  it('speak of switches and numbers', () => {
    expect(names({}, { bias: false })).toEqual(['A biases', 'B no biases']);
    expect(names({}, { scaling: 'standard' })).toEqual(['A NTK scaling', 'B standard scaling']);
    expect(names({}, { 'rate.unit': 'plain' })).toEqual([
      'A η in 2n/λ_max',
      'B η as a plain number',
    ]);
    expect(names({}, { sw2: 2 })).toEqual(['A σ_w² 1.5', 'B σ_w² 2']);
  });

  it('name what only some arms have where it differs among those', () => {
    expect(names({}, { init: 'orthogonal' }, { sw2: 2.5 })).toEqual([
      'A Gaussian, σ_w² 1.5',
      'B orthogonal',
      'C Gaussian, σ_w² 2.5',
    ]);
  });

  it('say as many settings as it takes, and none that do not help', () => {
    const adam = { opt: 'adam', rate: 0.001, 'rate.unit': 'plain' };
    expect(names({}, adam, { ...adam, batch: 16 }, { ...adam, decay: 0.01 })).toEqual([
      'A gradient descent',
      'B Adam, all samples, decay λ 0',
      'C Adam, batch 16',
      'D Adam, all samples, decay λ 0.01',
    ]);
    const pooled = { net: 'conv', 'net.pool': 'gap' };
    expect(names({ init: 'orthogonal' }, { net: 'conv' }, pooled)).toEqual([
      'A Fully connected',
      'B Convolutional, readout all positions',
      'C Convolutional, readout their average',
    ]);
  });

  it('cut long texts where they still differ', () => {
    const shared = '100:0.5,200:0.4,300:0.3,400:0.2';
    const later = names({ 'rate.changes': `${shared},500:0.1` }, { 'rate.changes': shared });
    expect(new Set(later.map((name) => name.slice(1))).size).toBe(2);
    const init = 'custom';
    const [a, b] = names(
      { init, 'init.expr': 'sqrt(2/fanIn)*normal()*2' },
      { 'init.expr': 'sqrt(2/fanIn)*normal()*3' },
    );
    expect(a).toMatch(/^A ….{3,}\*2$/u);
    expect(b).toMatch(/^B ….{3,}\*3$/u);
  });

  it('say how networks train where that sets them apart', () => {
    expect(names({}, { opt: 'adam', rate: 0.001, 'rate.unit': 'plain' })).toEqual([
      'A gradient descent',
      'B Adam',
    ]);
    expect(names({ loss: 'logistic' }, { loss: 'mse' })).toEqual([
      'A logistic',
      'B mean square, 1/2n',
    ]);
    expect(names({}, { batch: 16 })).toEqual(['A all samples', 'B batch 16']);
    expect(names({}, { outscale: 10 })).toEqual(['A scale α 1', 'B scale α 10']);
    expect(names({}, { 'rate.changes': '50:0.1' })).toEqual(['A', 'B rate later 50:0.1']);
    expect(names({ scaling: 'standard' }, { 'rate.layers': true })).toEqual([
      'A no layer rates',
      'B layer rates',
    ]);
  });
});
