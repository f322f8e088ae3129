import { afterEach, describe, expect, it } from 'vitest';
import { announceLoss } from '../engine/backend/deviceEvents.ts';
import { simulate } from '../engine/simulate.ts';
import { nodeEnvironment } from '../engine/testing/nodeEnvironment.ts';
import { tensorCount } from '../engine/testing/tensorCount.ts';
import type { Settings } from '../nn/Settings.ts';
import { canonical } from '../spec/canonical.ts';
import type { Experiment } from '../spec/Experiment.ts';
import type { FromWorker, PortraitGroup, ToWorker } from '../spec/protocol.ts';
import type { Result } from '../spec/Result.ts';
import { conversation } from './conversation.ts';
import { transferables } from './transferables.ts';

const experiment = (shared: Settings, arm: Settings = {}): Experiment =>
  canonical({
    shared: { data: 'circle', 'data.n': 8, 'data.test': 6, steps: 10, snapshots: 2, ...shared },
    arms: [{ 'net.width': 12, 'net.depth': 2, ...arm }],
  });

/** A conversation whose messages cross as they do between threads: arrays are gone from the sender once posted. */
function talk() {
  const heard: FromWorker[] = [];
  const waiting: { readonly when: (message: FromWorker) => boolean; readonly go: () => void }[] =
    [];
  const receive = conversation(nodeEnvironment, (message) => {
    const arrived = structuredClone(message, { transfer: transferables(message) });
    heard.push(arrived);
    for (const { when, go } of waiting) if (when(arrived)) go();
  });
  return {
    heard,
    say: (message: ToWorker): void => receive(structuredClone(message)),
    start: (run: number, what: Experiment, paused = false): void =>
      receive({ kind: 'start', run, experiment: what, paused, backend: 'wasm' }),
    until: (when: (message: FromWorker) => boolean): Promise<void> =>
      new Promise((go) => {
        waiting.push({ when, go });
        if (heard.some(when)) go();
      }),
    results: (run: number): readonly Result[] =>
      heard.flatMap((message) =>
        message.kind === 'result' && message.run === run ? [message.result] : [],
      ),
  };
}

const isResult =
  (run: number, kind: Result['kind'], step?: number) =>
  (message: FromWorker): boolean =>
    message.kind === 'result' &&
    message.run === run &&
    message.result.kind === kind &&
    (step === undefined || ('step' in message.result && message.result.step === step));

const isPaused = (run: number) => (message: FromWorker) =>
  message.kind === 'paused' && message.run === run && message.paused;

/** Several turns of the event loop: time for anything unwanted to show itself. */
const aWhile = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 150));

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

  describe('computes portraits when they are looked at', () => {
    const portraits = (of: readonly Result[]): readonly Result['kind'][] =>
      of
        .map(({ kind }) => kind)
        .filter((kind) => ['layers', 'matrices', 'jacobian'].includes(kind));
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

  describe('goes on at another rate from the weights that networks have', () => {
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
