import { beforeEach, describe, expect, it } from 'vitest';
import { canonical } from '../spec/canonical.ts';
import { lab, takeExperiment } from '../state/lab.ts';
import { setShared } from './setShared.ts';

beforeEach(() =>
  takeExperiment(lab, canonical({ shared: { data: 'points' }, arms: [{}] }), {
    problems: [],
    committed: true,
  }),
);

describe('setting what all share from within a picture', () => {
  it('is one step of undo however long a gesture is', () => {
    setShared({ 'data.samples': '0:1' }, false);
    expect(lab.getState().committed).toBe(false);
    setShared({ 'data.samples': '0:2', steps: 30 }, true);

    expect(lab.getState().committed).toBe(true);
    expect(lab.getState().experiment.shared).toMatchObject({ 'data.samples': '0:2', steps: 30 });
  });

  it('passes over what the present experiment does not have', () => {
    setShared({ data: 'moons' }, true);
    const before = lab.getState().experiment;
    setShared({ 'data.samples': '0:1' }, true);

    expect(lab.getState().experiment).toBe(before);
  });

  it('does not take what may not be', () => {
    expect(() => setShared({ steps: -1 }, true)).toThrow(/steps=-1/);
  });
});
