import { act, render, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { defaultExperiment } from '../spec/defaults.ts';
import { withShared } from './editing.ts';
import { lab, setExperiment, setView } from './lab.ts';
import { fromLink } from './link/fromLink.ts';
import { useLab } from './useLab.ts';

const initial = lab.getInitialState();
const read = (link: string) => fromLink(link).experiment;

beforeEach(() => lab.setState(initial, true));

describe('the store', () => {
  it('begins with the default experiment, and results that know nothing of it', () => {
    expect(lab.getState()).toMatchObject({
      experiment: defaultExperiment,
      problems: [],
      results: { run: 0, experiment: defaultExperiment, status: 'starting' },
    });
  });

  it('repairs what does not fit together, and says so', () => {
    const tooLarge = withShared(read('v=1&data.classes=all&data.n=500'), 'kernel', 'full');
    setExperiment(tooLarge);

    expect(lab.getState().experiment.shared.kernel).toBe('mean');
    expect(lab.getState().problems).toEqual([expect.stringContaining('5000 rows')]);

    setExperiment(read('v=1'));

    expect(lab.getState().problems).toEqual([]);
  });

  it('goes on saying in a drag what it has repaired', () => {
    const drag = (n: number, commit: boolean) =>
      setExperiment(withShared(lab.getState().experiment, 'data.n', n), { commit });
    setExperiment(read('v=1&data.classes=all&data.n=100&kernel=full'));
    drag(101, false);
    drag(200, false);
    drag(300, false);
    drag(300, true);

    expect(lab.getState().problems).toEqual([expect.stringContaining('2000 rows')]);

    drag(301, true);

    expect(lab.getState().problems).toEqual([]);
  });

  it('leaves the experiment in place if it means the same', () => {
    setExperiment(read('v=1&sw2=2'));
    const before = lab.getState().experiment;
    setExperiment(read('v=1&sw2=2.0'));

    expect(lab.getState().experiment).toBe(before);
  });

  it('knows whether a control is still being dragged', () => {
    setExperiment(read('v=1&sw2=2'), { commit: false });

    expect(lab.getState().committed).toBe(false);

    setExperiment(read('v=1&sw2=2'));

    expect(lab.getState().committed).toBe(true);
  });

  it('lets go of arms and samples that are no more', () => {
    setView({ selectedArm: 1, highlight: { i: 3, j: 40 }, step: 12 });
    setExperiment(read('v=1&data.n=41&arms=2'));

    expect(lab.getState().view).toMatchObject({ selectedArm: 1, highlight: { i: 3, j: 40 } });

    setExperiment(read('v=1&data.n=40'));

    expect(lab.getState().view).toMatchObject({ selectedArm: 0, highlight: undefined, step: 12 });
  });

  it('is read by components, which follow it', () => {
    const Theme = () => <p>{useLab(({ view }) => view.theme)}</p>;
    render(<Theme />);

    expect(screen.getByText('system')).toBeDefined();

    act(() => setView({ theme: 'dark' }));

    expect(screen.getByText('dark')).toBeDefined();
  });
});
