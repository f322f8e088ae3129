import { act, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { panels } from '../panels/index.ts';
import { setView } from '../state/lab.ts';
import { Grid } from './Grid.tsx';

const titles = (): readonly (string | null)[] =>
  screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);

afterEach(() => setView({ enlarged: undefined }));

describe('the grid', () => {
  it('shows every panel, before there is any result', () => {
    render(<Grid panels={panels} />);

    expect(titles()).toEqual(panels.map(({ title }) => title));
  });

  it('shows one panel alone while it is enlarged, then all of them again', () => {
    render(<Grid panels={panels} />);
    act(() => setView({ enlarged: 'spectrum' }));

    expect(titles()).toEqual(['Spectrum']);
    expect(
      screen.getByRole('button', { name: 'Enlarge Spectrum' }).getAttribute('aria-pressed'),
    ).toBe('true');
    act(() => setView({ enlarged: undefined }));

    expect(titles()).toHaveLength(panels.length);
  });
});
