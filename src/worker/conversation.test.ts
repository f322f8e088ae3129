import { afterEach, describe, expect, it } from 'vitest';
import { announceLoss } from '../engine/backend/deviceEvents.ts';
import { simulate } from '../engine/simulate.ts';
import { nodeEnvironment } from '../engine/testing/nodeEnvironment.ts';
import { tensorCount } from '../engine/testing/tensorCount.ts';
import type { Result } from '../spec/Result.ts';
import { aWhile, experiment, isPaused, isResult, talk } from './testing/talk.ts';

const essence = (results: readonly Result[]): readonly Result[] =>
  results.filter(({ kind }) => ['kernel', 'spectrum', 'change', 'outputs', 'rate'].includes(kind));

describe('the worker', () => {
  afterEach(() => expect.poll(tensorCount, { timeout: 10_000 }).toBe(0));

  it('posts a run whole, although its arrays leave as they are posted', async () => {
    const { start, until, results } = talk();
    start(1, experiment({ seeds: 2 }));
    await until(isResult(1, 'done'));
    const direct: Result[] = [];
    for await (const result of simulate(experiment({ seeds: 2 }), nodeEnvironment, {
      backend: 'wasm',
      wanted: () => [],
    }))
      direct.push(result);

    expect(essence(results(1)).length).toBeGreaterThan(20);
    expect(essence(results(1))).toEqual(essence(direct));
  });

  it('drops a run as soon as another is asked for', async () => {
    const { start, until, heard, results } = talk();
    start(1, experiment({ steps: 100_000 }));
    await until(isResult(1, 'progress'));
    const asked = heard.length;
    start(2, experiment({}));
    await until(isResult(2, 'done'));
    start(3, experiment({ steps: 100_000 }));
    start(4, experiment({ steps: 100_000 }));
    start(5, experiment({}));
    await until(isResult(5, 'done'));

    expect(heard.slice(asked).every(({ run }) => run === 2 || run === 5)).toBe(true);
    expect(results(1).some(({ kind }) => kind === 'done')).toBe(false);
  });

  it('shows the start and waits, takes single steps, and goes on', async () => {
    const { start, until, say, heard, results } = talk();
    start(1, experiment({}), true);
    await until(isPaused(1));
    await aWhile();
    expect(results(1).filter(({ kind }) => kind === 'progress').length).toBe(1);

    say({ kind: 'step' });
    await until(isResult(1, 'progress', 1));
    await aWhile();
    expect(results(1).flatMap((r) => (r.kind === 'kernel' ? [r.step] : []))).toEqual([0, 1]);
    expect(results(1).some((r) => r.kind === 'progress' && r.step > 1)).toBe(false);

    say({ kind: 'resume' });
    await until(isResult(1, 'done'));
    expect(heard.flatMap((m) => (m.kind === 'paused' ? [m.paused] : []))).toEqual([
      true,
      true,
      false,
    ]);
    expect(results(1).flatMap((r) => (r.kind === 'curve' ? [...r.steps] : []))).toEqual(
      Array.from({ length: 11 }, (_, step) => step),
    );
  });

  it('pauses a run that is under way, and ends it where it stands', async () => {
    const { start, until, say, heard } = talk();
    start(1, experiment({ steps: 100_000 }));
    await until(isResult(1, 'curve'));
    say({ kind: 'pause' });
    await until(isPaused(1));
    const count = heard.length;
    await aWhile();
    expect(heard.length).toBe(count);

    say({ kind: 'stop' });
    say({ kind: 'resume' });
    await aWhile();
    expect(heard.length).toBe(count);
  });

  it('tells what went wrong and takes the next order', async () => {
    const { start, until, results } = talk();
    start(1, experiment({ data: 'digits' }));
    await until(isResult(1, 'failure'));
    start(2, experiment({}));
    await until(isResult(2, 'done'));

    expect(results(1).at(-1)).toMatchObject({ kind: 'failure', failure: { kind: 'bad-data' } });
    expect(results(2).some(({ kind }) => kind === 'failure')).toBe(false);
  });

  it('survives the loss of its device', async () => {
    const { start, until, results } = talk();
    start(1, experiment({ steps: 100_000 }));
    await until(isResult(1, 'curve'));
    announceLoss('as a test');
    await until(isResult(1, 'failure'));
    start(2, experiment({}));
    await until(isResult(2, 'done'));

    expect(results(1).at(-1)).toMatchObject({ kind: 'failure', failure: { kind: 'device-lost' } });
    expect(results(2)[0]?.kind).toBe('backend');
  });

  it('computes an archive beside the live run', async () => {
    const { start, until, say, heard, results } = talk();
    start(1, experiment({}), true);
    await until(isPaused(1));
    say({ kind: 'archive', run: 7, experiment: experiment({}), backend: 'wasm', link: 'v=1' });
    await until(({ kind }) => kind === 'archive');
    say({ kind: 'resume' });
    await until(isResult(1, 'done'));
    const archive = heard.find(({ kind }) => kind === 'archive');
    const done = heard.flatMap((m) => (m.kind === 'archive-progress' ? [m.done] : []));

    expect(archive).toMatchObject({ run: 7 });
    expect(archive?.kind === 'archive' && archive.bytes.length).toBeGreaterThan(5000);
    expect(done.at(-1)).toBe(1);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(results(1).some(({ kind }) => kind === 'weights')).toBe(false);
  });

  it('says why there is no archive', async () => {
    const { until, say, heard } = talk();
    say({ kind: 'archive', run: 3, experiment: experiment({ data: 'digits' }), backend: 'wasm' });
    await until(({ kind }) => kind === 'archive-failure');

    expect(heard.at(-1)).toMatchObject({ run: 3, failure: { kind: 'bad-data' } });
  });
});
