import { describe, expect, it } from 'vitest';
import { defaultExperiment } from '../spec/defaults.ts';
import { armValues } from '../spec/values.ts';
import { addArm, removeArm, withArm, withoutOwn, withShared } from './editing.ts';
import { fromLink } from './link/fromLink.ts';
import { toLink } from './link/toLink.ts';

const read = (link: string) => fromLink(link).experiment;

describe('changing what all arms share', () => {
  it('sets one value', () => {
    expect(toLink(withShared(read('v=1&seed=2'), 'steps', 100))).toBe('v=1&steps=100&seed=2');
  });

  it('drops the settings of a data set that is left', () => {
    const moons = withShared(read('v=1&data.classes=0,1&data.n=128&seed=2'), 'data', 'moons');

    expect(toLink(moons)).toBe('v=1&data=moons&seed=2');
  });

  it('keeps the settings of a data set that is chosen again', () => {
    const experiment = read('v=1&data.n=128');

    expect(withShared(experiment, 'data', 'digits')).toEqual(experiment);
  });

  it.each([
    ['steps', -1, 'steps=-1 is below 0, the least it may be'],
    ['data', 'cats', 'data=cats is not among'],
    ['data.noise', 1, 'no setting data.noise here; known: data, data.classes,'],
    ['net.width', 64, 'no setting net.width here'],
  ])('throws at %s = %j', (key, value, message) => {
    expect(() => withShared(defaultExperiment, key, value)).toThrow(message);
  });
});

describe('changing an arm', () => {
  it('changes A and what others take from A', () => {
    const edited = withArm(defaultExperiment, 0, 'net.width', 64);

    expect(armValues(edited, 1)['net.width']).toBe(64);
  });

  it('gives a later arm a value of its own, even if it is A’s', () => {
    const edited = withArm(defaultExperiment, 1, 'sw2', 1.05);

    expect(edited.arms[1]).toEqual({ init: 'orthogonal', 'init.gain': 1, sw2: 1.05 });
  });

  it('drops the settings of an activation that is left, also in arms that follow', () => {
    const edited = withArm(
      read('v=1&act=leaky&act.slope=0.2&arms=2&b.act.slope=0.5'),
      0,
      'act',
      'erf',
    );

    expect(toLink(edited)).toBe('v=1&act=erf&arms=2');
  });

  it('keeps what an arm means that names its activation itself', () => {
    const edited = withArm(read('v=1&act=leaky&act.slope=0.2&arms=2&b.act=leaky'), 0, 'act', 'erf');

    expect(toLink(edited)).toBe('v=1&act=erf&arms=2&b.act=leaky&b.act.slope=0.2');
  });

  it.each([
    [2, 'sw2', 1, 'no arm 2; there are 2'],
    [-1, 'sw2', 1, 'no arm -1'],
    [1, 'act.slope', 1, 'no setting act.slope here'],
    [1, 'net.width', 0.5, 'net.width=0.5 is not a whole number'],
    [0, 'bias', 'on', 'bias=on is neither on nor off'],
  ])('throws at arm %i, %s = %j', (index, key, value, message) => {
    expect(() => withArm(defaultExperiment, index, key, value)).toThrow(message);
  });
});

describe('inheriting again', () => {
  it('takes A’s value', () => {
    expect(withoutOwn(defaultExperiment, 1, 'init').arms[1]).toEqual({});
  });

  it('drops the settings of an entry that is left with it', () => {
    const edited = withoutOwn(read('v=1&arms=2&b.act=leaky&b.act.slope=0.5'), 1, 'act');

    expect(toLink(edited)).toBe('v=1&arms=2');
  });

  it('keeps the settings of an entry that A uses too', () => {
    const link = 'v=1&act=leaky&arms=2&b.act=leaky&b.act.slope=0.5';

    expect(toLink(withoutOwn(read(link), 1, 'act'))).toBe('v=1&act=leaky&arms=2&b.act.slope=0.5');
  });

  it('is the default for A and for a setting that A does not have', () => {
    expect(toLink(withoutOwn(read('v=1&sw2=3'), 0, 'sw2'))).toBe('v=1');
    expect(toLink(withoutOwn(read('v=1&arms=2&b.act=leaky&b.act.slope=1'), 1, 'act.slope'))).toBe(
      'v=1&arms=2&b.act=leaky',
    );
  });
});

describe('adding and removing arms', () => {
  it('makes four at most', () => {
    const four = addArm(addArm(defaultExperiment));

    expect(four.arms.slice(2)).toEqual([{}, {}]);
    expect(() => addArm(four)).toThrow('4 arms are the most');
  });

  it('puts B in A’s place and keeps what the others mean', () => {
    const edited = removeArm(read('v=1&sw2=3&arms=4&b.act=relu&c.sb2=1&d.act=relu'), 0);

    expect(toLink(edited)).toBe('v=1&act=relu&sw2=3&arms=3&b.act=tanh&b.sb2=1&c.act=relu');
  });

  it('leaves one at least', () => {
    const one = removeArm(defaultExperiment, 1);

    expect(one.arms).toEqual([defaultExperiment.arms[0]]);
    expect(() => removeArm(one, 0)).toThrow('the only arm');
    expect(() => removeArm(defaultExperiment, 2)).toThrow('no arm 2');
  });
});
