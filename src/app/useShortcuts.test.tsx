import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { panels } from '../panels/index.ts';
import { defaultExperiment } from '../spec/defaults.ts';
import type { KernelResult } from '../spec/Result.ts';
import type { Results } from '../spec/Results.ts';
import { emptyResults } from '../state/emptyResults.ts';
import { lab, setView } from '../state/lab.ts';
import { reduce } from '../state/reduce.ts';
import { usePlayback } from './playback.ts';
import { useShortcuts } from './useShortcuts.ts';

const done: string[] = [];
const note = (what: string) => (): void => void done.push(what);

function Page() {
  useShortcuts(
    {
      run: note('run'),
      pause: note('pause'),
      step: note('step'),
      stop: note('stop'),
      restart: note('restart'),
    },
    note('keys'),
  );
  return (
    <>
      <input aria-label="words" />
      <input type="range" aria-label="slider" />
      <button type="button" onClick={note('button')}>
        press
      </button>
    </>
  );
}

const kernel = (step: number): KernelResult => ({
  kind: 'kernel',
  arm: 'A',
  seed: 0,
  step,
  size: 1,
  values: Float32Array.of(1),
});

const at = (status: Results['status'], step: number): void =>
  lab.setState({
    paused: status === 'paused',
    results: {
      ...[0, 10, 20].reduce(
        (results, known) => reduce(results, kernel(known)),
        emptyResults(1, defaultExperiment),
      ),
      status,
      step,
    },
  });

beforeEach(() => {
  done.length = 0;
  setView({ step: 'last', enlarged: undefined, sheet: 'training' });
  at('running', 20);
  render(<Page />);
});

describe('the keys', () => {
  it('run and pause with space', async () => {
    await userEvent.keyboard(' ');
    at('paused', 20);
    await userEvent.keyboard(' ');

    expect(done).toEqual(['pause', 'run']);
  });

  it('leave space to a button and letters to a text', async () => {
    screen.getByRole('button').focus();
    await userEvent.keyboard(' ');
    screen.getByRole('textbox').focus();
    await userEvent.keyboard(' r?1');

    expect(done).toEqual(['button']);
    expect(lab.getState().view.enlarged).toBeUndefined();
  });

  it('leave arrows to a slider, but not its space', async () => {
    screen.getByRole('slider').focus();
    await userEvent.keyboard('{ArrowLeft}');

    expect(lab.getState().view.step).toBe('last');
  });

  it('walk through the steps whose kernel is known', async () => {
    await userEvent.keyboard('{ArrowLeft}');
    expect(lab.getState().view.step).toBe(10);
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(lab.getState().view.step).toBe(0);
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    expect(lab.getState().view.step).toBe('last');
    expect(done).toEqual([]);
  });

  it('take a gradient step at the end, if the run waits', async () => {
    await userEvent.keyboard('{ArrowRight}');
    at('paused', 20);
    await userEvent.keyboard('{ArrowRight}');

    expect(done).toEqual(['step']);
  });

  it('play what was recorded, and stop', async () => {
    await userEvent.keyboard('p');
    expect(usePlayback.getState().playing).toBe(true);
    expect(lab.getState().view.step).toBe(0);
    await userEvent.keyboard('P');
    expect(usePlayback.getState().playing).toBe(false);
    expect(done).toEqual([]);
  });

  it('restart, and list themselves', async () => {
    await userEvent.keyboard('rR?');

    expect(done).toEqual(['restart', 'restart', 'keys']);
  });

  it('enlarge a panel and return', async () => {
    await userEvent.keyboard('2');
    expect(lab.getState().view.enlarged).toBe(panels[1]?.id);
    await userEvent.keyboard('{Escape}');
    expect(lab.getState().view.enlarged).toBeUndefined();
    await userEvent.keyboard('44');
    expect(lab.getState().view.enlarged).toBeUndefined();
  });

  it('go through the views, and enlarge their panels', async () => {
    await userEvent.keyboard('2v');
    expect(lab.getState().view).toMatchObject({ sheet: 'network', enlarged: undefined });
    await userEvent.keyboard('3');
    expect(lab.getState().view.enlarged).toBe('profile');
    await userEvent.keyboard('V');
    expect(lab.getState().view).toMatchObject({ sheet: 'initialization', enlarged: undefined });
    await userEvent.keyboard('v');
    expect(lab.getState().view).toMatchObject({ sheet: 'dynamics', enlarged: undefined });
    await userEvent.keyboard('v');
    expect(lab.getState().view).toMatchObject({ sheet: 'training', enlarged: undefined });
  });

  it('keep out of what the browser does with a modifier', async () => {
    await userEvent.keyboard('{Control>}r{/Control}');

    expect(done).toEqual([]);
  });
});
