import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultExperiment } from '../spec/defaults.ts';
import { connectHistory } from './connectHistory.ts';
import { withArm } from './editing.ts';
import { createLab, takeExperiment } from './lab.ts';
import { fromLink } from './link/fromLink.ts';

let disconnect: (() => void)[] = [];

function opened(address: string) {
  history.replaceState(null, '', address);
  const store = createLab();
  disconnect.push(connectHistory(store));
  const entries = history.length;
  const widen = (width: number, committed = true): void =>
    takeExperiment(store, withArm(store.getState().experiment, 0, 'net.width', width), {
      problems: [],
      committed,
    });
  const width = (): unknown => store.getState().experiment.arms[0]['net.width'];
  return { store, widen, width, added: () => history.length - entries };
}

/** The browser moves through its history in its own time. */
const moved = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50));

const back = (): Promise<void> => {
  history.back();
  return moved();
};

beforeEach(() => {
  // Every test begins with a history of its own length.
  history.pushState(null, '', '/');
});

afterEach(() => {
  disconnect.forEach((end) => end());
  disconnect = [];
  vi.restoreAllMocks();
});

describe('the address bar', () => {
  it('says which experiment it is', () => {
    const link = '#v=1&net.width=64&seed=3';

    expect(opened(`/${link}`).store.getState()).toMatchObject({
      experiment: fromLink(link).experiment,
      problems: [],
    });
  });

  it('means the default experiment when it is empty, and stays empty', () => {
    const { store } = opened('/');

    expect(store.getState().experiment).toBe(defaultExperiment);
    expect(location.href).toMatch(/\/$/);
  });

  it('keeps a broken link until the person changes something', () => {
    const { store, widen } = opened('/#v=1&net.width=wide');

    expect(store.getState().problems).toEqual([
      'net.width=wide is not a number; 192 is used instead.',
    ]);
    expect(location.hash).toBe('#v=1&net.width=wide');

    widen(64);

    expect(store.getState().problems).toEqual([]);
    expect(location.hash).toBe('#v=1&net.width=64');
  });

  it('tells the view which backend and theme are asked for, and keeps that', () => {
    const { store, widen } = opened('/page?backend=webgpu&theme=dark&view=network#v=1');
    widen(64);

    expect(store.getState().view).toMatchObject({
      backend: 'webgpu',
      theme: 'dark',
      sheet: 'network',
    });
    expect(location.pathname + location.search + location.hash).toBe(
      '/page?backend=webgpu&theme=dark&view=network#v=1&net.width=64',
    );
  });

  it('says what in the query is not known', () => {
    const { store } = opened('/?backend=abacus&theme=red#v=1&x=1');

    expect(store.getState().view).toMatchObject({ backend: undefined, theme: 'system' });
    expect(store.getState().problems).toEqual([
      '?backend=abacus is not among webgpu | webgl | wasm | cpu and is ignored.',
      '?theme=red is not among system | light | dark and is ignored.',
      'x is no known setting and is ignored.',
    ]);
  });

  it('is not written when only the view changes or nothing does', () => {
    const { store, widen, added } = opened('/#v=1&net.width=64');
    store.setState(({ view }) => ({ view: { ...view, selectedArm: 1 } }));
    widen(64);

    expect(added()).toBe(0);
  });
});

describe('going back and forward', () => {
  it('undoes and redoes', async () => {
    const { widen, width, added } = opened('/#v=1');
    widen(64);
    widen(32);

    expect(added()).toBe(2);

    await back();

    expect(width()).toBe(64);
    expect(location.hash).toBe('#v=1&net.width=64');

    await back();

    expect(width()).toBe(192);

    history.forward();
    await moved();

    expect(width()).toBe(64);
  });

  it('undoes a drag in one step', async () => {
    const { widen, width, added } = opened('/#v=1');
    widen(10, false);
    widen(20, false);
    widen(30, false);
    widen(30, true);

    expect(added()).toBe(1);
    expect(location.hash).toBe('#v=1&net.width=30');

    widen(40);

    expect(added()).toBe(2);

    await back();
    await back();

    expect(width()).toBe(192);
  });

  it('does not lose what was there before a drag that begins with standing still', async () => {
    const { widen, width, added } = opened('/#v=1');
    widen(192, false);
    widen(10, false);
    widen(10, true);

    expect(added()).toBe(1);

    await back();

    expect(width()).toBe(192);
  });

  it('undoes two drags in two steps', async () => {
    const { widen, width, added } = opened('/#v=1');
    widen(10, false);
    widen(20, true);
    widen(30, false);
    widen(40, true);

    expect(added()).toBe(2);

    await back();

    expect(width()).toBe(20);
  });

  it('writes a drag now and then, not at every move', async () => {
    const { widen } = opened('/#v=1');
    const replaced = vi.spyOn(history, 'replaceState');
    widen(10, false);
    for (let width = 11; width < 60; width++) widen(width, false);

    expect(location.hash).toBe('#v=1&net.width=10');

    await vi.waitFor(() => expect(location.hash).toBe('#v=1&net.width=59'));

    expect(replaced).toHaveBeenCalledTimes(1);
  });

  it('reads a link that is typed into the address bar', async () => {
    const { width } = opened('/#v=1');
    location.hash = '#v=1&net.width=77';
    await moved();

    expect(width()).toBe(77);
  });

  it('writes later what the browser refuses now', async () => {
    const { widen, added } = opened('/#v=1');
    vi.spyOn(history, 'pushState').mockImplementationOnce(() => {
      throw new DOMException('Attempt to use history.pushState() more than 100 times');
    });
    widen(64);

    expect(location.hash).toBe('#v=1');

    await vi.waitFor(() => expect(location.hash).toBe('#v=1&net.width=64'), { timeout: 4000 });

    expect(added()).toBe(1);
  });

  it('leaves the page alone once disconnected', async () => {
    const { widen, width, added } = opened('/#v=1');
    disconnect.forEach((end) => end());
    widen(64);
    location.hash = '#v=1&net.width=77';
    await moved();

    expect(added()).toBe(1);
    expect(width()).toBe(64);
  });
});
