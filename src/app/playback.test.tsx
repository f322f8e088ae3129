import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultExperiment } from '../spec/defaults.ts';
import type { Result } from '../spec/Result.ts';
import { emptyResults } from '../state/emptyResults.ts';
import { lab, setView } from '../state/lab.ts';
import { reduce } from '../state/reduce.ts';
import { Playback } from './bar/Playback.tsx';
import { stopPlaying, usePlayback } from './playback.ts';

const recorded = [0, 10, 20, 30];

const reached = (step: number): void =>
  lab.setState({
    results: {
      ...recorded
        .filter((known) => known <= step)
        .map((known): Result => ({
          kind: 'kernel',
          arm: 'A',
          seed: 0,
          step: known,
          size: 1,
          values: Float32Array.of(1),
        }))
        .reduce(reduce, emptyResults(1, defaultExperiment)),
      step,
    },
  });

const shown = (): number | 'last' => lab.getState().view.step;
const press = (name: string): boolean => fireEvent.click(screen.getByRole('button', { name }));
/** Steps that are shown every so many milliseconds. */
const after = (ms: number, times: number): readonly (number | 'last')[] =>
  Array.from({ length: times }, () => {
    act(() => void vi.advanceTimersByTime(ms));
    return shown();
  });

const wantStill = (still: boolean): void => {
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: still && query === '(prefers-reduced-motion: reduce)',
  }));
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  usePlayback.setState({ speed: 1 });
  stopPlaying();
  wantStill(false);
  setView({ step: 'last' });
  reached(30);
  render(<Playback disabled={false} />);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('playing what was recorded', () => {
  it('begins at the start, five steps in a second, and ends with the last', () => {
    press('Play recorded steps');
    expect(shown()).toBe(0);
    expect(after(200, 4)).toEqual([10, 20, 'last', 'last']);
    expect(screen.getByRole('button', { name: 'Play recorded steps' })).toBeTruthy();
  });

  it('begins at the step that is looked at, and stays where it is stopped', () => {
    setView({ step: 10 });
    press('Play recorded steps');
    expect(after(200, 1)).toEqual([20]);
    press('Stop playing');

    expect(after(200, 3)).toEqual([20, 20, 20]);
  });

  it.each([
    ['0.5', 400],
    ['2', 100],
    ['4', 50],
  ])('goes at %s times the speed', (speed, ms) => {
    fireEvent.change(screen.getByRole('combobox', { name: 'Speed of playing' }), {
      target: { value: speed },
    });
    press('Play recorded steps');
    expect(after(ms - 1, 1)).toEqual([0]);

    expect([...after(1, 1), ...after(ms, 1)]).toEqual([10, 20]);
  });

  it('catches up with a run, and follows it from there', () => {
    reached(10);
    press('Play recorded steps');
    expect(after(200, 1)).toEqual(['last']);
    reached(30);

    expect(after(200, 2)).toEqual(['last', 'last']);
    expect(usePlayback.getState().playing).toBe(false);
  });

  it('leaves the data as they are', () => {
    const { results } = lab.getState();
    press('Play recorded steps');
    after(200, 5);

    expect(lab.getState().results).toBe(results);
  });

  it('shows the next step, and no more, to those who want less motion', () => {
    wantStill(true);
    press('Play recorded steps');
    expect(shown()).toBe(0);
    expect(after(400, 2)).toEqual([0, 0]);
    press('Play recorded steps');
    expect(shown()).toBe(10);
    expect(after(400, 2)).toEqual([10, 10]);
    press('Play recorded steps');
    press('Play recorded steps');
    expect(shown()).toBe('last');
  });
});
