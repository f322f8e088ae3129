import { afterEach, describe, expect, it } from 'vitest';
import { tensorCount } from '../engine/testing/tensorCount.ts';
import type { PortraitGroup, ToWorker } from '../spec/protocol.ts';
import type { Result } from '../spec/Result.ts';
import { aWhile, experiment, isPaused, isResult, talk } from './testing/talk.ts';

describe('the worker computes portraits when they are looked at', () => {
  afterEach(() => expect.poll(tensorCount, { timeout: 10_000 }).toBe(0));

  const portraits = (of: readonly Result[]): readonly Result['kind'][] =>
    of.map(({ kind }) => kind).filter((kind) => ['layers', 'matrices', 'jacobian'].includes(kind));
  const all = ['matrices', 'jacobian', 'layers'];
  const look = (group: PortraitGroup): ToWorker => ({ kind: 'look', group });

  it('before training, where they already are', async () => {
    const { say, until, results } = talk();
    say({
      kind: 'start',
      run: 1,
      experiment: experiment({}),
      paused: false,
      backend: 'wasm',
      looking: 'initialization',
    });
    await until(isResult(1, 'done'));
    const kinds = results(1).map(({ kind }) => kind);

    expect(portraits(results(1))).toEqual(['matrices', 'jacobian']);
    expect(kinds.lastIndexOf('jacobian')).toBeLessThan(kinds.indexOf('progress'));
  });

  it('in the course of a run, which goes on', async () => {
    const { start, say, until, results } = talk();
    start(1, experiment({ steps: 100_000 }));
    await until(isResult(1, 'curve'));
    say(look('initialization'));
    say(look('initialization'));
    say(look('network'));
    await until(isResult(1, 'layers'));
    const steps = results(1).length;
    await until(({ kind }) => kind === 'result' && results(1).length > steps + 5);
    say({ kind: 'stop' });

    expect(portraits(results(1))).toEqual(all);
  });

  it('while it waits, is stopped, or is done', async () => {
    const { start, say, until, results } = talk();
    start(1, experiment({}), true);
    await until(isPaused(1));
    say(look('initialization'));
    await until(isResult(1, 'jacobian'));
    say({ kind: 'stop' });
    say(look('network'));
    await until(isResult(1, 'layers'));
    expect(portraits(results(1))).toEqual(all);
    expect(results(1).filter(({ kind }) => kind === 'progress')).toHaveLength(1);

    start(2, experiment({}));
    await until(isResult(2, 'done'));
    expect(portraits(results(2))).toEqual([]);
    say(look('initialization'));
    say(look('network'));
    await until(isResult(2, 'layers'));
    expect(portraits(results(2))).toEqual(all);
  });

  it('and drops them with their run', async () => {
    const { start, say, until, heard } = talk();
    start(1, experiment({}));
    await until(isResult(1, 'done'));
    say(look('network'));
    const asked = heard.length;
    start(2, experiment({}));
    await until(isResult(2, 'done'));
    await aWhile();

    expect(heard.slice(asked).every(({ run }) => run === 2)).toBe(true);
  });
});
