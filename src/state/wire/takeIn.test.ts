import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultExperiment } from '../../spec/defaults.ts';
import { arrive, pass as passOn } from '../testing/channels.ts';
import { connectedLab } from '../testing/connectedLab.ts';
import { backend, kernel, report, sayAll } from '../testing/workerWords.ts';

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

describe('what the worker says', () => {
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
});
