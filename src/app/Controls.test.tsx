import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { fromLink } from '../state/link/fromLink.ts';
import { toLink } from '../state/link/toLink.ts';
import { lab, setExperiment, setView } from '../state/lab.ts';
import { Controls } from './Controls.tsx';

const open = (link: string): void => {
  setExperiment(fromLink(link).experiment);
  render(<Controls />);
};

const link = (): string => toLink(lab.getState().experiment);

const row = (label: string | RegExp): HTMLElement => screen.getByRole('group', { name: label });

beforeEach(() => setView({ selectedArm: 0 }));

describe('the controls', () => {
  it('show what all share and what one network has', () => {
    open('v=1');

    expect(screen.getAllByRole('heading').map(({ textContent }) => textContent)).toEqual([
      'Data',
      'Networks',
      'Network',
      'Initializer',
      'Training',
      'Run',
    ]);
    expect(within(row('Width')).getByRole<HTMLInputElement>('textbox').value).toBe('192');
  });

  it('do not offer the form of the kernel where both are the same', () => {
    open('v=1');

    expect(screen.queryByRole('group', { name: 'Outputs' })).toBeNull();
  });

  it('offer it where there are ten outputs', () => {
    open('v=1&data.classes=all');

    expect(row('Outputs')).toBeTruthy();
  });

  it('tell an own value of a later network from one of A, and give it back', async () => {
    open('v=1&arms=2&b.net.width=64');
    await userEvent.click(screen.getByRole('radio', { name: /^B/u }));

    expect(row('Depth').dataset.owner).toBe('inherited');
    expect(row('Width').dataset.owner).toBe('own');
    await userEvent.click(screen.getByRole('button', { name: "Width: back to A's value, 192" }));

    expect(row('Width').dataset.owner).toBe('inherited');
    expect(link()).toBe('v=1&arms=2');
  });

  it('set a value of the chosen network alone', async () => {
    open('v=1&arms=2');
    await userEvent.click(screen.getByRole('radio', { name: /^B/u }));
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Weights' }), 'orthogonal');

    expect(link()).toBe('v=1&arms=2&b.init=orthogonal');
    expect(row('Weights').dataset.owner).toBe('own');
  });

  it('add networks up to four, and remove the chosen one', async () => {
    open('v=1');
    const add = (): HTMLElement | null => screen.queryByRole('button', { name: 'Add a network' });
    for (let arms = 1; arms < 4; arms++) await userEvent.click(add() ?? document.body);

    expect(link()).toBe('v=1&arms=4');
    expect(lab.getState().view.selectedArm).toBe(3);
    expect(add()).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Remove network D' }));

    expect(link()).toBe('v=1&arms=3');
    expect(lab.getState().view.selectedArm).toBe(2);
  });

  it('say why σ_w² cannot be set where the initializer fixes the variance', () => {
    open('v=1&init=he-normal');

    expect(row(/^σ ?w ?²/u).textContent).toContain('set by He');
    expect(within(row(/^σ ?w ?²/u)).queryByRole('slider')).toBeNull();
  });

  it('keep what is seldom changed behind a button', async () => {
    open('v=1');
    expect(screen.queryByRole('group', { name: 'Trained' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: '2 more' }));
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Trained' }), 'hidden');

    expect(link()).toContain('net.train=hidden');
  });

  it('show it where a link has changed it', () => {
    open('v=1&net.train=readout');

    expect(row('Trained')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'fewer' })).toBeTruthy();
  });

  it('leave out what another setting leaves without effect', () => {
    open('v=1&net=resntk');

    expect(row('γ')).toBeTruthy();
    expect(screen.queryByRole('group', { name: 'α' })).toBeNull();
  });

  it('say which phase the network is in', () => {
    open('v=1&sw2=1.05&sb2=2.01e-5');

    expect(screen.getByText(/on the critical line/u).textContent).toBe(
      'on the critical line: χ1 = 1.000, q* = 0.026',
    );
  });

  it('say that the phase is chaotic where it is', () => {
    open('v=1&sw2=2.5&sb2=0.01');

    expect(screen.getByText(/chaotic phase/u)).toBeTruthy();
  });

  it('say that a hard threshold parts all inputs', () => {
    open('v=1&act=step&sw2=1.5&sb2=0.1');

    expect(screen.getByText(/chaotic phase/u).textContent).toBe('chaotic phase: χ1 = ∞, q* = 0.85');
  });

  it('speak of no phase for constant weights', () => {
    open('v=1&init=constant');

    expect(screen.queryByText(/phase|critical/u)).toBeNull();
  });
});
