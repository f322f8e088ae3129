import { describe, expect, it } from 'vitest';
import { canonical } from './canonical.ts';
import { armParams, sharedParams } from './params.ts';

describe('the canonical form of an experiment', () => {
  it('is complete in what all share and in the first arm, in link order', () => {
    const { shared, arms } = canonical({ shared: { seed: 7, data: 'moons' }, arms: [] });

    expect(Object.keys(shared)).toEqual(sharedParams({ data: 'moons' }).map(({ key }) => key));
    expect(shared).toMatchObject({ data: 'moons', 'data.noise': 0.1, seed: 7, seeds: 1 });
    expect(Object.keys(arms[0])).toEqual(armParams({}).map(({ key }) => key));
  });

  it('keeps what a later arm sets, even where A has the same', () => {
    const { arms } = canonical({
      shared: {},
      arms: [{ act: 'relu' }, { act: 'relu', sw2: 2 }, {}],
    });

    expect(arms.slice(1)).toEqual([{ act: 'relu', sw2: 2 }, {}]);
  });

  it('completes the settings of an entry that A does not use', () => {
    const { arms } = canonical({ shared: {}, arms: [{}, { act: 'leaky', 'init.c': 3 }] });

    expect(arms[1]).toEqual({ act: 'leaky', 'act.slope': 0.1 });
  });

  it('lets a later arm inherit settings of an entry that A uses too', () => {
    const a = { act: 'leaky', 'act.slope': 0.3 };

    expect(canonical({ shared: {}, arms: [a, { act: 'leaky' }] }).arms[1]).toEqual({
      act: 'leaky',
    });
  });

  it('drops settings of entries that nobody chose, and unknown ones', () => {
    const { shared, arms } = canonical({
      shared: { data: 'moons', 'data.classes': '3,8', colour: 'red' },
      arms: [{ 'act.slope': 0.3 }, { 'act.slope': 0.4, 'init.c': 1 }],
    });

    expect(shared).not.toHaveProperty(['data.classes']);
    expect(shared).not.toHaveProperty('colour');
    expect(arms[0]).not.toHaveProperty(['act.slope']);
    expect(arms[1]).toEqual({});
  });
});
