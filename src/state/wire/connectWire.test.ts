import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultExperiment } from '../../spec/defaults.ts';
import type { Failure } from '../../spec/Failure.ts';
import type { BackendReport, Result } from '../../spec/Result.ts';
import { withArm } from '../editing.ts';
import { createLab, takeExperiment } from '../lab.ts';
import { toLink } from '../link/toLink.ts';
import { presentRate } from '../presentRate.ts';
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

  describe('gives networks another rate', () => {
    const progress = (step: number): Result => ({ kind: 'progress', step, steps: 240 });
    const under = { value: 0.2, unit: 'limit' } as const;

    /** A run of two networks that is at a step. */
    async function running(step: number) {
      const all = connected();
      sayAll(all.far[0], 1, backend, kernel('A'), kernel('B'), {
        kind: 'data',
        n: 1,
        nTest: 0,
        inputs: 1,
        outputs: 1,
        x: Float64Array.of(0),
        y: Float64Array.of(0),
        xTest: new Float64Array(),
        yTest: new Float64Array(),
        order: '',
        standardization: '',
      });
      sayAll(all.far[0], 1, progress(0), progress(step));
      await pass(frame);
      return { ...all, link: () => toLink(all.store.getState().experiment) };
    }

    it('with which they go on, once the gesture has ended', async () => {
      const { far, wire, store, results, link } = await running(40);
      const before = link();
      wire.setRate(0, { value: 0.4, unit: 'limit' }, false);
      wire.setRate(0, under, false);
      await pass(frame);
      expect(far[0]?.received).toHaveLength(1);
      expect(presentRate(store.getState(), 0)).toMatchObject(under);
      expect(presentRate(store.getState(), 1)).toMatchObject(under);
      expect(link()).toBe(before);

      wire.setRate(0, under, true);
      await arrive();
      expect(far[0]?.received.slice(1)).toEqual([
        {
          kind: 'rate',
          run: 1,
          rates: [
            { arm: 'A', ...under },
            { arm: 'B', ...under },
          ],
        },
      ]);
      const kept = results().arms;
      far[0]?.say({ kind: 'rate', run: 1, rates: [{ arm: 'A', ...under }], step: 47 });
      await pass(frame);

      expect(link()).toContain('rate=0.6&rate.changes=47:0.2&');
      expect(results()).toMatchObject({ run: 1, status: 'running', step: 40 });
      expect(results().experiment).toBe(store.getState().experiment);
      expect(results().arms).toBe(kept);
      expect(store.getState().askedRate).toBeUndefined();
      await pass(frame);
      expect(far[0]?.received, 'no new run').toHaveLength(2);
      expect(presentRate(store.getState(), 0)).toEqual({ value: 0.6, unit: 'limit' });
      sayAll(far[0], 1, progress(47));
      await pass(frame);
      expect(presentRate(store.getState(), 0)).toEqual(under);
    });

    it('with which a paused run goes on, too', async () => {
      const { far, wire, link } = await running(40);
      far[0]?.say({ kind: 'paused', run: 1, paused: true });
      await pass(frame);
      wire.setRate(1, { value: 0.01, unit: 'plain' }, true);
      far[0]?.say({
        kind: 'rate',
        run: 1,
        rates: [{ arm: 'B', value: 0.01, unit: 'plain' }],
        step: 40,
      });
      await pass(frame);

      expect(link()).toMatch(/&arms=2&.*b\.rate\.changes=40:0\.01:plain$/u);
      expect(far[0]?.received.map(({ kind }) => kind)).toEqual(['start', 'rate']);
    });

    it('by another run where nothing has been trained yet, or all has', async () => {
      const early = await running(0);
      early.wire.setRate(0, under, true);
      await pass(frame);
      expect(early.far[0]?.received).toMatchObject([{ run: 1 }, { kind: 'start', run: 2 }]);
      expect(early.link()).toContain('rate=0.2');
      expect(early.link()).not.toContain('rate.changes');

      const late = await running(240);
      sayAll(late.far[0], 1, { kind: 'done' });
      await pass(frame);
      late.wire.setRate(0, under, true);
      await pass(frame);
      expect(late.far[0]?.received).toMatchObject([{ run: 1 }, { kind: 'start', run: 2 }]);
    });

    it('by another run where the network has failed', async () => {
      const { far, wire, link } = await running(40);
      const failure: Failure = {
        kind: 'diverged',
        sentence: 'B diverged.',
        action: '',
        arm: 'B',
        seed: 0,
      };
      sayAll(far[0], 1, { kind: 'failure', failure });
      await pass(frame);
      wire.setRate(1, under, true);
      await pass(frame);

      expect(far[0]?.received.at(-1)).toMatchObject({ kind: 'start', run: 2 });
      expect(link()).toContain('b.rate=0.2');
    });

    it('by another run where training has ended by the time that the worker hears of it', async () => {
      const { far, wire, link } = await running(40);
      wire.setRate(0, under, true);
      far[0]?.say({ kind: 'rate', run: 1, rates: [{ arm: 'A', ...under }] });
      sayAll(far[0], 1, progress(240), { kind: 'done' });
      await pass(frame);
      await pass(frame);

      expect(link()).toContain('rate=0.2');
      expect(far[0]?.received.at(-1)).toMatchObject({ kind: 'start', run: 2 });
    });

    it('by another run when that is undone', async () => {
      const { far, wire, store, results } = await running(40);
      const before = store.getState().experiment;
      wire.setRate(0, under, true);
      far[0]?.say({ kind: 'rate', run: 1, rates: [{ arm: 'A', ...under }], step: 47 });
      await pass(frame);
      const after = store.getState().experiment;
      takeExperiment(store, before, { problems: [], committed: true });
      await pass(frame);
      expect(far[0]?.received.at(-1)).toMatchObject({ kind: 'start', run: 2, experiment: before });
      takeExperiment(store, after, { problems: [], committed: true });
      await pass(frame);

      expect(far[0]?.received.at(-1)).toMatchObject({ kind: 'start', run: 3, experiment: after });
      expect(results().status).toBe('starting');
    });
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
