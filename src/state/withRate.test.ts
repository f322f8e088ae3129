import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Experiment } from '../spec/Experiment.ts';
import { resolveArms } from '../spec/resolve.ts';
import { addArm, removeArm, withArm, withoutOwn } from './editing.ts';
import { fromLink } from './link/fromLink.ts';
import { toLink } from './link/toLink.ts';
import { withOptimizer, withoutOwnOptimizer } from './withOptimizer.ts';
import {
  hasRoomForRate,
  newRates,
  rateAt,
  withRateFrom,
  withRateThroughout,
  type Rate,
} from './withRate.ts';

const of = (link: string): Experiment => {
  const { experiment, problems } = fromLink(`v=1&${link}`);
  expect(problems).toEqual([]);
  return experiment;
};

const half: Rate = { value: 0.5, unit: 'limit' };

/** What each arm trains at from the start, from step 50 and from step 100 on. */
const plan = (experiment: Experiment): readonly string[] =>
  experiment.arms.map((_, index) =>
    [0, 50, 100]
      .map((step) => rateAt(experiment, index, step))
      .map(({ value, unit }) => `${value}${unit === 'plain' ? ' plain' : ''}`)
      .join(' → '),
  );

describe('a rate from a step on', () => {
  it('is in the link, beside the rate at the start', () => {
    const experiment = withRateFrom(of('rate=0.9'), 0, { step: 50, ...half });

    expect(toLink(experiment)).toBe('v=1&rate=0.9&rate.changes=50:0.5');
    expect(plan(fromLink(toLink(experiment)).experiment)).toEqual(['0.9 → 0.5 → 0.5']);
  });

  it('names its unit where that is not the unit of the arm', () => {
    const experiment = withRateFrom(of('rate=0.9'), 0, { step: 50, value: 0.01, unit: 'plain' });

    expect(toLink(experiment)).toBe('v=1&rate=0.9&rate.changes=50:0.01:plain');
    expect(plan(experiment)).toEqual(['0.9 → 0.01 plain → 0.01 plain']);
    expect(resolveArms(experiment)[0]?.rateChanges).toEqual([
      { step: 50, value: 0.01, unit: 'plain' },
    ]);
  });

  it('has room beside hundreds of others, as held keys set them', () => {
    const changes = Array.from({ length: 900 }, (_, k) => `${10_000 + k}:0.55`).join(',');

    expect(hasRoomForRate(of(`rate.changes=${changes}`), 0)).toBe(true);
  });

  it('takes the place of another one at the same step alone', () => {
    const twice = withRateFrom(of('rate.changes=50:0.1,100:0.2'), 0, { step: 50, ...half });

    expect(plan(twice)).toEqual(['0.5 → 0.5 → 0.2']);
  });

  it('is that of later networks too, unless they have a rate or changes of their own', () => {
    const three = of('rate=0.9&arms=4&b.rate=0.3&c.rate.changes=100:0.7');
    const changed = withRateFrom(three, 0, { step: 50, ...half });

    expect(plan(changed)).toEqual([
      '0.9 → 0.5 → 0.5',
      '0.3 → 0.3 → 0.3',
      '0.9 → 0.9 → 0.7',
      '0.9 → 0.5 → 0.5',
    ]);
    expect(plan(of(toLink(changed).slice(4)))).toEqual(plan(changed));
    expect(newRates(three, 0, half).map(({ arm }) => arm)).toEqual(['A', 'D']);
    expect(newRates(three, 1, half).map(({ arm }) => arm)).toEqual(['B']);
  });

  it('means to each network that follows what it is in its own unit', () => {
    const two = of('arms=2&b.rate.unit=plain');

    expect(newRates(two, 0, half)).toEqual([
      { arm: 'A', value: 0.5, unit: 'limit' },
      { arm: 'B', value: 0.5, unit: 'plain' },
    ]);
    expect(plan(withRateFrom(two, 0, { step: 50, ...half }))[1]).toBe(
      '0.5 plain → 0.5 plain → 0.5 plain',
    );
    expect(newRates(two, 0, { value: 0.1, unit: 'plain' }).map(({ unit }) => unit)).toEqual([
      'plain',
      'plain',
    ]);
  });

  it('of a later network is its own, from what A had planned for both', () => {
    const two = of('rate=0.9&rate.changes=100:0.2&arms=2');
    const changed = withRateFrom(two, 1, { step: 50, ...half });

    expect(plan(changed)).toEqual(['0.9 → 0.9 → 0.2', '0.9 → 0.5 → 0.2']);
    expect(plan(withoutOwn(changed, 1, 'rate.changes'))).toEqual(plan(two));
    expect(plan(withoutOwn(changed, 1, 'rate'))).toEqual(plan(two));
  });
});

describe('a rate for the whole of training', () => {
  it('drops the changes of the arm that it is set for', () => {
    const experiment = of('rate=0.9&rate.changes=50:0.5');

    expect(toLink(withRateThroughout(experiment, 0, { value: 0.7, unit: 'limit' }))).toBe(
      'v=1&rate=0.7',
    );
    expect(toLink(withRateThroughout(experiment, 0, { value: 0.9, unit: 'limit' }))).toBe(
      'v=1&rate=0.9',
    );
    expect(toLink(withArm(experiment, 0, 'rate.unit', 'plain'))).toBe(
      'v=1&rate=0.9&rate.unit=plain',
    );
  });

  it('changes the unit of a later network without a rate of its own', () => {
    const two = of('arms=2');

    expect(toLink(withRateThroughout(two, 1, { value: 0.5, unit: 'plain' }))).toBe(
      'v=1&arms=2&b.rate.unit=plain',
    );
    expect(toLink(withRateThroughout(two, 1, { value: 0.5, unit: 'limit' }))).toBe(
      'v=1&arms=2&b.rate=0.5',
    );
  });

  it('of a later network leaves it none of A’s changes', () => {
    const two = of('rate.changes=50:0.1&arms=2');

    expect(plan(withRateThroughout(two, 1, { value: 0.7, unit: 'limit' }))[1]).toBe(
      '0.7 → 0.7 → 0.7',
    );
    expect(plan(two)[1]).toBe('0.5 → 0.1 → 0.1');
  });
});

describe('removing the first network', () => {
  const rates = fc.constantFrom(
    '',
    'rate=0.3',
    'rate.changes=50:0.2',
    'rate=0.5&rate.changes=100:4',
  );
  const prefixed = (prefix: string, text: string): string =>
    text
      .split('&')
      .filter((part) => part !== '')
      .map((part) => `&${prefix}${part}`)
      .join('');

  it('leaves all others the rates that they had', () => {
    fc.assert(
      fc.property(fc.tuple(rates, rates, rates), ([a, b, c]) => {
        const experiment = of(
          `steps=240${prefixed('', a)}&arms=3${prefixed('b.', b)}${prefixed('c.', c)}`,
        );

        expect(plan(removeArm(experiment, 0))).toEqual(plan(experiment).slice(1));
        expect(plan(addArm(removeArm(experiment, 2)))[2]).toBe(plan(experiment)[0]);
      }),
      { numRuns: 64 },
    );
  });
});

describe('an adaptive optimizer', () => {
  it('brings a small plain rate, and takes it away again', () => {
    const adam = withOptimizer(of('rate=0.6'), 0, 'adam');
    expect(toLink(adam)).toBe('v=1&opt=adam&rate=0.001&rate.unit=plain');

    expect(toLink(withOptimizer(adam, 0, 'rmsprop'))).toBe(
      'v=1&opt=rmsprop&rate=0.001&rate.unit=plain',
    );
    expect(toLink(withOptimizer(adam, 0, 'momentum'))).toBe('v=1&opt=momentum');
  });

  it('leaves a plain rate, and one that was set since, as they are', () => {
    expect(toLink(withOptimizer(of('rate=2&rate.unit=plain'), 0, 'adam'))).toContain('rate=2&');
    const other = withArm(withOptimizer(of('rate=0.6'), 0, 'adam'), 0, 'rate', 0.01);
    expect(toLink(withOptimizer(other, 0, 'gd'))).toBe('v=1&rate=0.01&rate.unit=plain');
  });

  it('of a later network gives it the rate of A again', () => {
    const two = withOptimizer(of('rate=0.6&arms=2'), 1, 'adam');
    expect(toLink(two)).toBe('v=1&rate=0.6&arms=2&b.opt=adam&b.rate=0.001&b.rate.unit=plain');

    expect(toLink(withOptimizer(two, 1, 'gd'))).toBe('v=1&rate=0.6&arms=2&b.opt=gd');
  });

  it('of A leaves the rates of networks with an optimizer of their own', () => {
    const two = of('rate=0.6&rate.changes=50:0.5&arms=3&b.opt=momentum');
    const adam = withOptimizer(two, 0, 'adam');

    expect(plan(adam)).toEqual([
      '0.001 plain → 0.001 plain → 0.001 plain',
      '0.6 → 0.5 → 0.5',
      '0.001 plain → 0.001 plain → 0.001 plain',
    ]);
    expect(
      plan(withOptimizer(of('opt=adam&rate=0.001&rate.unit=plain&arms=2&b.opt=rmsprop'), 0, 'gd')),
    ).toEqual(['0.5 → 0.5 → 0.5', '0.001 plain → 0.001 plain → 0.001 plain']);
  });

  it('goes with its rate when a network takes that of A again', () => {
    const two = withOptimizer(of('rate=0.6&arms=2'), 1, 'adam');

    expect(toLink(withoutOwnOptimizer(two, 1))).toBe('v=1&rate=0.6&arms=2');
  });
});
