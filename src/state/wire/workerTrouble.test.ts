import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Failure } from '../../spec/Failure.ts';
import { arrive, pass as passOn } from '../testing/channels.ts';
import { connectedLab } from '../testing/connectedLab.ts';
import { backend, report, sayAll } from '../testing/workerWords.ts';

const lost: Failure = { kind: 'device-lost', sentence: 'The GPU went away.', action: 'Wait.' };

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
});
