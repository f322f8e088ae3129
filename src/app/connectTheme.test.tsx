import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lab, setView } from '../state/lab.ts';
import { connectTheme } from './connectTheme.ts';

const { documentElement } = document;
let disconnect = (): void => undefined;

beforeEach(() => {
  history.replaceState(null, '', '/?backend=cpu#v=1');
  setView({ theme: 'system' });
  disconnect = connectTheme(lab);
});

afterEach(() => disconnect());

describe('the theme', () => {
  it('is left to the system until one is chosen', () => {
    expect(documentElement.dataset.theme).toBeUndefined();
  });

  it('shows on the page and stays in the address, beside what else is there', () => {
    setView({ theme: 'dark' });

    expect(documentElement.dataset.theme).toBe('dark');
    expect(location.search + location.hash).toBe('?backend=cpu&theme=dark#v=1');
  });

  it('goes back to the system', () => {
    setView({ theme: 'light' });
    setView({ theme: 'system' });

    expect(documentElement.dataset.theme).toBeUndefined();
    expect(location.search).toBe('?backend=cpu');
  });
});
