import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultExperiment } from '../../spec/defaults.ts';
import { arrive, pass as passOn } from '../testing/channels.ts';
import { connectedLab } from '../testing/connectedLab.ts';
import { kernel, sayAll } from '../testing/workerWords.ts';
import type { Sheet } from '../View.ts';

const pass = (ms: number): Promise<void> => passOn(ms, (by) => vi.advanceTimersByTime(by));

const frame = 100;

let disconnect: (() => void)[] = [];

function connected() {
  const lab = connectedLab();
  disconnect.push(lab.wire.disconnect);
  return lab;
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});

afterEach(() => {
  disconnect.forEach((end) => end());
  disconnect = [];
  vi.useRealTimers();
});

describe('the wire', () => {
  it('starts a run of the present experiment at once', async () => {
    const { far } = connected();
    await arrive();

    expect(far).toHaveLength(1);
    expect(far[0]?.received).toEqual([
      { kind: 'start', run: 1, experiment: defaultExperiment, paused: false },
    ]);
  });

  it('starts one run for many changes within a frame', async () => {
    const { far, widen, store } = connected();
    widen(10);
    widen(20);
    widen(30);
    await pass(frame);

    expect(far[0]?.received).toHaveLength(2);
    expect(far[0]?.received[1]).toEqual({
      kind: 'start',
      run: 2,
      experiment: store.getState().experiment,
      paused: false,
    });
  });

  it('does not start anew when only the view changes', async () => {
    const { far, store } = connected();
    store.setState(({ view }) => ({ view: { ...view, selectedArm: 1 } }));
    await pass(frame);
    expect(far[0]?.received).toHaveLength(1);
  });

  it('tells the worker whose portraits are looked at, now and with the next start', async () => {
    const { far, store, wire } = connected();
    const show = (sheet: Sheet): void =>
      store.setState(({ view }) => ({ view: { ...view, sheet, enlarged: undefined } }));
    show('initialization');
    store.setState(({ view }) => ({ view: { ...view, selectedArm: 1 } }));
    await arrive();
    expect(far[0]?.received.slice(1)).toEqual([{ kind: 'look', group: 'initialization' }]);

    show('training');
    wire.restart();
    await arrive();
    expect(far[0]?.received[2]).toEqual({
      kind: 'start',
      run: 2,
      experiment: defaultExperiment,
      paused: false,
    });

    show('network');
    wire.restart();
    await arrive();
    expect(far[0]?.received.slice(3)).toMatchObject([
      { kind: 'look', group: 'network' },
      { kind: 'start', run: 3, looking: 'network' },
    ]);
  });

  it('passes on pause, resume and step, and shows what the worker makes of it', async () => {
    const { far, wire, results } = connected();
    wire.pause();
    wire.step();
    far[0]?.say({ kind: 'paused', run: 1, paused: true });
    await pass(frame);

    expect(far[0]?.received.slice(1)).toEqual([{ kind: 'pause' }, { kind: 'step' }]);
    expect(results().status).toBe('paused');

    wire.resume();
    far[0]?.say({ kind: 'paused', run: 1, paused: false });
    await pass(frame);

    expect(far[0]?.received.at(-1)).toEqual({ kind: 'resume' });
    expect(results().status).toBe('running');
  });

  it('starts the next run paused while the person wants to wait', async () => {
    const { far, wire, widen } = connected();
    wire.pause();
    widen(10);
    await pass(frame);

    expect(far[0]?.received.at(-1)).toMatchObject({ kind: 'start', run: 2, paused: true });
  });

  it('stops, keeps what has come, and starts over on request', async () => {
    const { far, wire, results } = connected();
    sayAll(far[0], 1, kernel('A'));
    await arrive();
    wire.stop();

    expect(results()).toMatchObject({ run: 1, status: 'stopped' });
    expect(results().arms[0]?.networks).toHaveLength(1);

    far[0]?.say({ kind: 'paused', run: 1, paused: false });
    await pass(frame);

    expect(results().status).toBe('stopped');

    wire.restart();
    await arrive();

    expect(far[0]?.received.slice(1)).toMatchObject([{ kind: 'stop' }, { kind: 'start', run: 2 }]);
  });

  it('is silent once disconnected', async () => {
    const { far, wire, widen } = connected();
    wire.disconnect();
    widen(10);
    await pass(frame);

    expect(far).toHaveLength(1);
    expect(far[0]?.ended()).toBe(true);
  });
});
