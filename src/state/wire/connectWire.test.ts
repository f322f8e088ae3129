import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultExperiment } from '../../spec/defaults.ts';
import type { Failure } from '../../spec/Failure.ts';
import type { BackendReport, Result } from '../../spec/Result.ts';
import { withArm } from '../editing.ts';
import { createLab } from '../lab.ts';
import type { Sheet } from '../View.ts';
import { arrive, channels, pass as passOn, type FarEnd } from '../testing/channels.ts';
import { connectWire } from './connectWire.ts';

const report: BackendReport = { id: 'wasm', device: 'SIMD', software: false, trials: [] };
const backend: Result = { kind: 'backend', report };
const kernel = (arm: 'A' | 'B', step = 0): Result => ({
  kind: 'kernel',
  arm,
  seed: 0,
  step,
  size: 1,
  values: Float32Array.of(1),
});
const lost: Failure = { kind: 'device-lost', sentence: 'The GPU went away.', action: 'Wait.' };

const sayAll = (far: FarEnd | undefined, run: number, ...results: readonly Result[]): void =>
  results.forEach((result) => far?.say({ kind: 'result', run, result }));

const pass = (ms: number): Promise<void> => passOn(ms, (by) => vi.advanceTimersByTime(by));

const frame = 100;

let disconnect: (() => void)[] = [];

function connected() {
  const store = createLab();
  const { create, far } = channels();
  const wire = connectWire(store, create);
  disconnect.push(wire.disconnect);
  const widen = (width: number): void =>
    store.setState(({ experiment }) => ({
      experiment: withArm(experiment, 0, 'net.width', width),
    }));
  return { store, wire, far, widen, results: () => store.getState().results };
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

  it('puts what comes within a frame into the store at once, in order', async () => {
    const { far, store, results } = connected();
    const updates = vi.fn();
    store.subscribe(updates);
    sayAll(far[0], 1, backend, kernel('A', 0), kernel('A', 5), { kind: 'done' });
    await arrive();

    expect(updates).not.toHaveBeenCalled();

    await pass(frame);

    expect(updates).toHaveBeenCalledTimes(1);
    expect(results()).toMatchObject({ run: 1, backend: report, status: 'done' });
    expect(results().arms[0]?.networks[0]?.kernels).toHaveLength(2);
  });

  it('drops what has come and what comes late of an older run', async () => {
    const { far, wire, results } = connected();
    sayAll(far[0], 1, backend, kernel('A'));
    await arrive();
    wire.restart();
    sayAll(far[0], 1, kernel('B'), { kind: 'done' });
    await pass(frame);

    expect(results()).toMatchObject({ run: 2, status: 'starting' });
    expect(results().backend).toBeUndefined();
    expect(results().arms[0]?.networks).toEqual([]);

    sayAll(far[0], 2, kernel('A'));
    await pass(frame);

    expect(results().arms[0]?.networks).toHaveLength(1);
  });

  it('keeps the old picture until every arm of the new run has a kernel', async () => {
    const { far, widen, results } = connected();
    sayAll(far[0], 1, backend, kernel('A'), kernel('B'), { kind: 'done' });
    await pass(frame);
    widen(10);
    await pass(frame);
    sayAll(far[0], 2, backend, kernel('A'));
    await pass(frame);

    expect(results()).toMatchObject({ run: 1, status: 'starting', experiment: defaultExperiment });

    sayAll(far[0], 2, kernel('B'));
    await pass(frame);

    expect(results()).toMatchObject({ run: 2 });
    expect(results().arms.map(({ networks }) => networks.length)).toEqual([1, 1]);
  });

  it('shows a slow run after a second, even with nothing to see', async () => {
    const { far, widen, results } = connected();
    sayAll(far[0], 1, kernel('A'), kernel('B'));
    await pass(frame);
    widen(10);
    await pass(frame);
    await pass(900);
    expect(results().run).toBe(1);
    await pass(100);

    expect(results()).toMatchObject({ run: 2, status: 'starting' });
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

  it('says that the device is lost, and takes a new worker for the next run', async () => {
    const { far, wire, results } = connected();
    sayAll(far[0], 1, backend, { kind: 'failure', failure: lost });
    await pass(frame);

    expect(results()).toMatchObject({ status: 'failed', failure: lost });
    expect(far[0]?.ended()).toBe(true);

    wire.pause();
    wire.restart();
    await arrive();

    expect(far[1]?.received).toMatchObject([{ kind: 'start', run: 2, paused: true }]);
  });

  it('turns a worker that breaks into a failure in words, and can start again', async () => {
    const { far, wire, results } = connected();
    far[0]?.break('no such file');

    expect(results()).toMatchObject({
      run: 1,
      status: 'failed',
      failure: { kind: 'internal', sentence: 'The engine stopped: no such file.' },
    });

    wire.restart();
    sayAll(far[1], 2, backend);
    await pass(frame);

    expect(results()).toMatchObject({ run: 2, backend: report, status: 'starting' });
  });

  it('takes a new worker for another backend', async () => {
    const { far, store } = connected();
    store.setState(({ view }) => ({ view: { ...view, backend: 'webgpu' } }));
    await pass(frame);

    expect(far[0]?.ended()).toBe(true);
    expect(far[1]?.received).toMatchObject([{ kind: 'start', run: 2, backend: 'webgpu' }]);
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
