import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Failure } from '../../spec/Failure.ts';
import type { Result } from '../../spec/Result.ts';
import { takeExperiment } from '../lab.ts';
import { toLink } from '../link/toLink.ts';
import { presentRate } from '../presentRate.ts';
import { arrive, pass as passOn } from '../testing/channels.ts';
import { connectedLab } from '../testing/connectedLab.ts';
import { backend, kernel, sayAll } from '../testing/workerWords.ts';

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

describe('the wire gives networks another rate', () => {
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
