import { describe, expect, it } from 'vitest';
import type { Param, Settings } from '../nn/Settings.ts';
import { canonical } from './canonical.ts';
import { defaultExperiment } from './defaults.ts';
import { defaultsOf, frozenKey } from './defaultsOf.ts';
import { currentVersion } from './Experiment.ts';
import { families } from './families.ts';
import frozen from './frozenDefaults.json' with { type: 'json' };
import { armParams, sharedParams } from './params.ts';
import { readValue } from './read.ts';
import { armValues, sharedValues } from './values.ts';

const blank = canonical({ shared: {}, arms: [{}] });
const firstChoices: Settings = { ...blank.shared, ...blank.arms[0] };

/** Every parameter that some link can set, with the name under which its default is frozen. */
const everyParam = [...families]
  .flatMap(([choice, { list }]) => list.map(({ id }) => ({ ...firstChoices, [choice]: id })))
  .flatMap((chosen) =>
    [...sharedParams(chosen), ...armParams(chosen)].map((param: Param) => ({
      name: frozenKey(param.key, chosen),
      param,
      chosen,
    })),
  );

describe('the defaults of link version 1', () => {
  it('are what they were when the first link was sent', () => {
    const now = Object.fromEntries(
      everyParam.map(({ name, param, chosen }) => [name, defaultsOf(1)(param, chosen)]),
    );

    expect(
      now,
      'A default of link version 1 has changed, so old links would mean something else. For a new setting, add a line to ' +
        'frozenDefaults.json. For a changed one: raise currentVersion, and keep the old value in changedSince[1] of ' +
        'defaultsOf.ts. Never change or remove a line of frozenDefaults.json.',
    ).toEqual(frozen);
  });

  it('are values that their parameters allow', () => {
    for (const { name, param } of everyParam)
      expect({ name, ...readValue(param, param.default) }).toEqual({
        name,
        valid: true,
        value: param.default,
      });
  });

  it('outlive a change, by the table of what has changed', () => {
    const old = defaultsOf(1, { 1: { act: 'relu', 'fc/net.width': 512, sw2: 2 } });

    const { arms } = canonical({ shared: {}, arms: [{ 'net.depth': 2 }, { act: 'leaky' }] }, old);

    expect(arms[0]).toMatchObject({ act: 'relu', 'net.width': 512, 'net.depth': 2, sw2: 2 });
    expect(arms[1]).toEqual({ act: 'leaky', 'act.slope': 0.1 });
  });
});

describe('the default experiment', () => {
  it('compares Gaussian with orthogonal weights on two digits', () => {
    expect(sharedValues(defaultExperiment)).toMatchObject({
      data: 'digits',
      'data.classes': '3,8',
    });
    expect(armValues(defaultExperiment, 0)).toMatchObject({ init: 'gaussian' });
    const { 'init.mean': mean, ...shared } = armValues(defaultExperiment, 0);
    expect(mean).toBe(0);
    expect(armValues(defaultExperiment, 1)).toEqual({
      ...shared,
      init: 'orthogonal',
      'init.gain': 1,
    });
  });

  it('is canonical and of the current version', () => {
    expect(canonical(defaultExperiment)).toEqual(defaultExperiment);
    expect(defaultExperiment.version).toBe(currentVersion);
  });
});
