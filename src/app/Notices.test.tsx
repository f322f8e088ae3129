import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Failure } from '../spec/Failure.ts';
import { emptyResults } from '../state/emptyResults.ts';
import { fromLink } from '../state/link/fromLink.ts';
import { toLink } from '../state/link/toLink.ts';
import { lab, setExperiment, setView, takeExperiment } from '../state/lab.ts';
import { reduce } from '../state/reduce.ts';
import { Notices } from './Notices.tsx';

let again = 0;

/** The notices of a run of an experiment in which something failed. */
function open(link: string, ...failures: readonly Failure[]): void {
  const { experiment, problems } = fromLink(link);
  takeExperiment(lab, experiment, { problems, committed: true });
  const results = failures.reduce(
    (known, failure) => reduce(known, { kind: 'failure', failure }),
    emptyResults(1, experiment),
  );
  lab.setState({ results });
  render(<Notices onAgain={() => again++} />);
}

const diverged: Failure = {
  kind: 'diverged',
  arm: 'A',
  seed: 0,
  step: 31,
  sentence: 'A diverged by step 31: η = 3.1 is above 2n/λ_max = 2.4.',
  action: 'Choose a rate below 2.4.',
};

const link = (): string => toLink(lab.getState().experiment);

beforeEach(() => {
  again = 0;
  setView({ backend: undefined });
});

describe('the notices', () => {
  it('say nothing where all is well', () => {
    open('v=1');

    expect(screen.getByRole('status').textContent).toBe('');
  });

  it('list each problem of a link in words, until they are dismissed', async () => {
    open('v=1&wdith=3&net.depth=999');
    const items = screen.getAllByRole('listitem').map(({ textContent }) => textContent);

    expect(items).toEqual(fromLink('v=1&wdith=3&net.depth=999').problems);
    expect(items).toHaveLength(2);
    await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }));

    expect(screen.queryByRole('listitem')).toBeNull();
    expect(link()).toBe('v=1');
  });

  it('explain a divergence and mend it with one click', async () => {
    open('v=1&rate=3', diverged);

    expect(screen.getByRole('status').textContent).toContain('η = 3.1 is above 2n/λmax = 2.4.');
    await userEvent.click(screen.getByRole('button', { name: 'Use 0.9 of the limit' }));

    expect(link()).toBe('v=1&rate=0.9');
  });

  it('mend the very network that diverged, and its unit', async () => {
    open('v=1&arms=2&b.rate=7&b.rate.unit=plain', { ...diverged, arm: 'B' });
    await userEvent.click(screen.getByRole('button', { name: 'Use 0.9 of the limit' }));

    expect(link()).toBe('v=1&arms=2&b.rate=0.9&b.rate.unit=limit');
  });

  it('halve a rate that is within the limit already', async () => {
    open('v=1&rate=0.8', diverged);
    await userEvent.click(screen.getByRole('button', { name: 'Halve the rate' }));

    expect(link()).toBe('v=1&rate=0.4');
  });

  it('take the usual rate of a method that has no limit, or a tenth of a lower one', async () => {
    open('v=1&opt=adam&rate=0.4', diverged);
    await userEvent.click(screen.getByRole('button', { name: 'Use 0.001' }));
    expect(link()).toContain('rate=0.001');
    act(() => setExperiment(fromLink('v=1&opt=adam&rate=0.0004').experiment));
    await userEvent.click(screen.getByRole('button', { name: 'Use a tenth of the rate' }));

    expect(link()).toContain('rate=0.00004');
  });

  it('keep the first rate where one that was set on the way is to blame', async () => {
    open('v=1&rate=0.4&rate.changes=20:3', { ...diverged, step: 31 });
    await userEvent.click(screen.getByRole('button', { name: 'Keep the first rate' }));

    expect(link()).toBe('v=1&rate=0.4');
  });

  it('say how many networks of an arm failed, once', () => {
    open('v=1&seeds=3', diverged, { ...diverged, seed: 2 });

    expect(screen.getAllByRole('button')).toHaveLength(1);
    expect(screen.getByRole('status').textContent).toContain('So did 1 more of its 2 networks.');
  });

  it('offer Gaussian weights where constant ones cannot move', async () => {
    open('v=1&init=constant&init.c=0', { ...diverged, kind: 'no-gradient' });
    await userEvent.click(screen.getByRole('button', { name: 'Use Gaussian weights' }));

    expect(link()).toBe('v=1');
  });

  it('restart on WASM where the device is lost', async () => {
    open('v=1', { kind: 'device-lost', sentence: 'The GPU is gone.', action: 'Use WASM.' });
    await userEvent.click(screen.getByRole('button', { name: 'Restart on WASM' }));

    expect(lab.getState().view.backend).toBe('wasm');
  });

  it('try again where that may help', async () => {
    open('v=1', { kind: 'internal', sentence: 'It broke.', action: 'Try again.' });
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(again).toBe(1);
  });
});
