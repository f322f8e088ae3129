import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultExperiment } from '../../spec/defaults.ts';
import type { FromWorker } from '../../spec/protocol.ts';
import { channels, pass as passOn } from '../testing/channels.ts';
import { keptWorker } from './keptWorker.ts';

const pass = (ms: number): Promise<void> => passOn(ms, (by) => vi.advanceTimersByTime(by));

const of = (run: number): FromWorker => ({ kind: 'result', run, result: { kind: 'done' } });

function kept() {
  const { create, far } = channels();
  const onMessage = vi.fn();
  const onBreak = vi.fn();
  const worker = keptWorker(create, { onMessage, onBreak });
  const start = (run: number): void =>
    worker.start({ kind: 'start', run, experiment: defaultExperiment, paused: false });
  return { worker, start, far, onMessage, onBreak };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});

afterEach(() => {
  vi.useRealTimers();
});

describe('the worker that is kept', () => {
  it('is made with the first start, and told nothing before', async () => {
    const { worker, start, far } = kept();
    worker.tell({ kind: 'pause' });

    expect(far).toEqual([]);

    start(1);
    worker.tell({ kind: 'pause' });
    await pass(0);

    expect(far[0]?.received).toMatchObject([{ kind: 'start', run: 1 }, { kind: 'pause' }]);
    worker.discard();
  });

  it('is replaced if it has spoken before and does not answer a start within a second', async () => {
    const { worker, start, far, onMessage } = kept();
    start(1);
    far[0]?.say(of(1));
    await pass(0);
    start(2);
    await pass(600);
    far[0]?.say(of(1));
    start(3);
    await pass(399);

    expect(far).toHaveLength(1);

    await pass(1);

    expect(far.map((end) => end.ended())).toEqual([true, false]);
    expect(far[1]?.received).toMatchObject([{ kind: 'start', run: 3 }]);

    far[1]?.say(of(3));
    await pass(0);

    expect(onMessage).toHaveBeenLastCalledWith(of(3));
    worker.discard();
  });

  it('stays if it answers, though it then takes long', async () => {
    const { worker, start, far } = kept();
    start(1);
    far[0]?.say(of(1));
    await pass(0);
    start(2);
    far[0]?.say(of(2));
    await pass(10_000);

    expect(far[0]?.ended()).toBe(false);
    worker.discard();
  });

  it('has all the time it needs while it is fresh', async () => {
    const { worker, start, far } = kept();
    start(1);
    start(2);
    await pass(10_000);

    expect(far).toHaveLength(1);
    expect(far[0]?.ended()).toBe(false);
    worker.discard();
  });

  it('is let go when it breaks, and says so once', async () => {
    const { worker, start, far, onBreak } = kept();
    start(1);
    far[0]?.break('');
    far[0]?.break('again');

    expect(onBreak.mock.calls).toEqual([['its script could not be loaded']]);
    expect(far[0]?.ended()).toBe(true);

    start(2);
    await pass(0);

    expect(far[1]?.received).toMatchObject([{ kind: 'start', run: 2 }]);
    worker.discard();
  });

  it('is not heard after it has been discarded', async () => {
    const { worker, start, far, onMessage } = kept();
    start(1);
    far[0]?.say(of(1));
    worker.discard();
    await pass(10_000);

    expect(onMessage).not.toHaveBeenCalled();
    expect(far).toHaveLength(1);
  });
});
