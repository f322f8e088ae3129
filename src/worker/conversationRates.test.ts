import { afterEach, describe, expect, it } from 'vitest';
import { tensorCount } from '../engine/testing/tensorCount.ts';
import type { FromWorker, ToWorker } from '../spec/protocol.ts';
import type { Result } from '../spec/Result.ts';
import { experiment, isPaused, isResult, talk } from './testing/talk.ts';

describe('the worker goes on at another rate from the weights that networks have', () => {
  afterEach(() => expect.poll(tensorCount, { timeout: 10_000 }).toBe(0));

  type Answer = Extract<FromWorker, { kind: 'rate' }>;
  const answers = (heard: readonly FromWorker[]): readonly Answer[] =>
    heard.flatMap((message) => (message.kind === 'rate' ? [message] : []));
  const losses = (of: readonly Result[], seed = 0): readonly (readonly [number, number])[] =>
    of.flatMap((result) =>
      result.kind === 'curve' && result.seed === seed
        ? Array.from(result.steps, (step, k) => [step, result.lossTrain[k]!] as const)
        : [],
    );
  const marks = (of: readonly Result[]): readonly Result[] =>
    of.filter((result) => result.kind === 'mark');
  const to = (value: number): ToWorker => ({
    kind: 'rate',
    run: 1,
    rates: [{ arm: 'A', value, unit: 'limit' }],
  });

  it('as the experiment that has these rates does from its start', async () => {
    const { start, say, until, heard, results } = talk();
    const shared = { steps: 480, seeds: 2 };
    start(1, experiment(shared, { rate: 0.9 }));
    await until(isResult(1, 'curve'));
    say(to(0.2));
    await until(({ kind }) => kind === 'rate');
    say({ kind: 'pause' });
    await until(isPaused(1));
    // While it waits the answer comes at once, and the last word counts.
    say(to(0.4));
    say(to(0.3));
    say({ kind: 'resume' });
    await until(isResult(1, 'done'));
    const told = answers(heard);
    expect(told.map(({ rates }) => rates[0]?.value)).toEqual([0.2, 0.4, 0.3]);
    const [first = 0, second, third = 0] = told.map(({ step }) => step);
    expect(first).toBeGreaterThan(0);
    expect(second).toBe(third);
    expect(third).toBeGreaterThanOrEqual(first);
    const changes = `${first}:0.2,${third}:0.3`;
    start(2, experiment(shared, { rate: 0.9, 'rate.changes': changes }));
    await until(isResult(2, 'done'));
    start(3, experiment(shared, { rate: 0.9 }));
    await until(isResult(3, 'done'));

    for (const seed of [0, 1]) {
      const live = losses(results(1), seed);
      expect(live.map(([step]) => step)).toEqual(losses(results(3), seed).map(([step]) => step));
      expect(live).toEqual(losses(results(2), seed));
      const constant = losses(results(3), seed);
      expect(live.filter(([step]) => step <= first)).toEqual(
        constant.filter(([step]) => step <= first),
      );
      expect(live.at(-1)?.[1]).not.toBe(constant.at(-1)?.[1]);
    }
    expect(marks(results(1))).toEqual(marks(results(2)));
    expect(marks(results(1)).length).toBe(first === third ? 2 : 4);
    expect(marks(results(1)).at(-1)).toMatchObject({ what: 'rate', step: third, seed: 1 });
  });

  it('and loses nothing of what came before', async () => {
    const { start, say, until, results } = talk();
    start(1, experiment({ steps: 60, snapshots: 3 }), true);
    await until(isPaused(1));
    for (const step of [1, 2]) {
      say({ kind: 'step' });
      await until(isResult(1, 'progress', step));
    }
    say(to(0.1));
    say({ kind: 'step' });
    await until(isResult(1, 'progress', 3));
    say({ kind: 'resume' });
    await until(isResult(1, 'done'));

    expect(losses(results(1)).map(([step]) => step)).toEqual(
      Array.from({ length: 61 }, (_, step) => step),
    );
    expect(results(1).flatMap((r) => (r.kind === 'kernel' ? [r.step] : []))).toEqual([
      0, 1, 2, 3, 20, 40, 60,
    ]);
    expect(marks(results(1))).toMatchObject([{ step: 2, what: 'rate' }]);
  });

  it('or says that training did not go on', async () => {
    const { start, say, until, heard } = talk();
    start(1, experiment({}));
    await until(isResult(1, 'done'));
    say(to(0.1));
    await until(({ kind }) => kind === 'rate');
    start(1, experiment({ steps: 100_000 }));
    await until(isResult(1, 'curve'));
    say({ kind: 'stop' });
    say(to(0.2));
    await expect.poll(() => answers(heard).length).toBe(2);

    expect(answers(heard).map(({ step }) => step)).toEqual([undefined, undefined]);
  });
});
