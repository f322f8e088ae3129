import { beforeEach, describe, expect, it } from 'vitest';
import { canonical } from '../spec/canonical.ts';
import { lab, takeExperiment } from '../state/lab.ts';
import { setArm } from './setArm.ts';

beforeEach(() =>
  takeExperiment(lab, canonical({ shared: {}, arms: [{}, { init: 'orthogonal' }] }), {
    problems: [],
    committed: true,
  }),
);

const arms = () => lab.getState().experiment.arms;

describe('setting an arm from within a picture', () => {
  it('sets several values at once, as controls do', () => {
    setArm(1, { sw2: 1.3, sb2: 0.2 }, true);

    expect(arms()[1]).toMatchObject({ init: 'orthogonal', sw2: 1.3, sb2: 0.2 });
    expect(lab.getState().committed).toBe(true);
  });

  it('is one step of undo however long a gesture is', () => {
    setArm(0, { sw2: 1.3 }, false);
    setArm(0, { sw2: 1.4 }, false);
    expect(lab.getState().committed).toBe(false);
    setArm(0, { sw2: 1.4 }, true);

    expect(lab.getState().committed).toBe(true);
    expect(arms()[0]).toMatchObject({ sw2: 1.4 });
  });

  it('leaves the experiment alone where the arm is no more', () => {
    const before = lab.getState().experiment;
    setArm(3, { sw2: 1.3 }, true);

    expect(lab.getState().experiment).toBe(before);
  });

  it('does not take what may not be', () => {
    expect(() => setArm(0, { sw2: -1 }, true)).toThrow(/sw2=-1/);
  });
});
