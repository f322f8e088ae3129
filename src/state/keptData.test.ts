import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MarkResult, PredictionResult, Result } from '../spec/Result.ts';
import { emptyResults } from './emptyResults.ts';
import { endedPrediction } from '../spec/endedPrediction.ts';
import { createLab } from './lab.ts';
import { fromLink } from './link/fromLink.ts';
import { toLink } from './link/toLink.ts';
import { reduce } from './reduce.ts';
import { arrive, channels, pass } from './testing/channels.ts';
import { connectWire } from './wire/connectWire.ts';

const { experiment } = fromLink('v=1&steps=30&rate=0.9');

const kernel = (step: number): Result => ({
  kind: 'kernel',
  arm: 'A',
  seed: 0,
  step,
  size: 1,
  values: Float32Array.of(1 + step),
});
const curve = (steps: readonly number[]): Result => {
  const values = Float64Array.from(steps, (step) => 1 / (1 + step));
  return {
    kind: 'curve',
    arm: 'A',
    seed: 0,
    steps: Int32Array.from(steps),
    lossTrain: values,
    lossTest: values,
    accuracyTrain: new Float64Array(),
    accuracyTest: new Float64Array(),
  };
};
const progress = (step: number): Result => ({ kind: 'progress', step, steps: 30 });
const mark = (step: number, what: MarkResult['what'] = 'rate'): MarkResult => ({
  kind: 'mark',
  arm: 'A',
  seed: 0,
  step,
  what,
  words: 'η 1.8 → 0.4',
  ...(what === 'rate' && { eta: 0.4 }),
});
const prediction = (last: number, from?: number): PredictionResult => {
  const steps = Int32Array.from({ length: last + 1 }, (_, step) => step);
  const values = Float64Array.from(steps, (step) => 1 / (1 + step));
  return {
    kind: 'prediction',
    arm: 'A',
    seed: 0,
    source: from === undefined ? 'network' : 'relinearized',
    ...(from !== undefined && { from }),
    steps,
    lossTrain: values,
    lossTest: values,
    accuracyTrain: new Float64Array(),
    accuracyTest: new Float64Array(),
  };
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the data of a run', () => {
  it('are those that came, whatever a person does meanwhile', async () => {
    const store = createLab();
    store.setState({ experiment });
    const { create, far } = channels();
    const wire = connectWire(store, create);
    const frame = (): Promise<void> => pass(100, (ms) => vi.advanceTimersByTime(ms));
    const look = (step: number | 'last'): void =>
      store.setState(({ view }) => ({ view: { ...view, step } }));
    const told: Result[] = [];
    const tell = async (...results: readonly Result[]): Promise<void> => {
      told.push(...results);
      results.forEach((result) => far[0]?.say({ kind: 'result', run: 1, result }));
      await frame();
    };
    const paused = async (is: boolean): Promise<void> => {
      far[0]?.say({ kind: 'paused', run: 1, paused: is });
      await frame();
    };

    await arrive();
    await tell(
      data,
      kernel(0),
      prediction(30),
      curve([0]),
      progress(0),
      curve([1, 2]),
      progress(3),
    );
    wire.pause();
    await paused(true);
    look(0);
    wire.step();
    await tell(curve([3]), kernel(4), progress(4));
    await paused(true);
    look(4);
    wire.setRate(0, { value: 0.2, unit: 'limit' }, false);
    look('last');
    wire.setRate(0, { value: 0.2, unit: 'limit' }, true);
    far[0]?.say({
      kind: 'rate',
      run: 1,
      rates: [{ arm: 'A', value: 0.2, unit: 'limit' }],
      step: 4,
    });
    await frame();
    wire.resume();
    await paused(false);
    look(4);
    await tell(mark(4), curve([4, 5]), kernel(6), curve([6]), progress(7));
    wire.stop();
    await frame();

    const { results } = store.getState();
    const alone = told.reduce(reduce, emptyResults(1, experiment));
    expect(results.arms).toEqual(alone.arms);
    expect([...(results.arms[0]?.networks[0]?.curve?.steps ?? [])]).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(results.arms[0]?.networks[0]?.kernels.map(({ step }) => step)).toEqual([0, 4, 6]);
    expect(results).toMatchObject({ run: 1, status: 'stopped', step: 7 });
    expect(toLink(results.experiment)).toBe('v=1&steps=30&rate=0.9&rate.changes=4:0.2');
    expect(far[0]?.received.map(({ kind }) => kind)).toEqual([
      'start',
      'pause',
      'step',
      'rate',
      'resume',
      'stop',
    ]);
    wire.disconnect();
  });

  it('have marks of all kinds, also at one step', () => {
    const { arms } = [mark(4), mark(9, 'stop'), mark(9), mark(9, 'best')].reduce(
      reduce,
      emptyResults(1, experiment),
    );

    expect(arms[0]?.networks[0]?.marks?.map(({ step, what }) => `${step} ${what}`)).toEqual([
      '4 rate',
      '9 stop',
      '9 rate',
      '9 best',
    ]);
  });
});

describe('a prediction', () => {
  it('ends where the rate that it was made for does, whichever comes first', () => {
    const ends = [
      [prediction(30), mark(12)],
      [mark(12), prediction(30)],
    ].map((results) => {
      const { arms } = results.reduce(reduce, emptyResults(1, experiment));
      return arms[0]?.networks[0]?.predictions.network;
    });

    for (const end of ends) {
      expect(end?.steps.at(-1)).toBe(12);
      expect(end?.lossTrain).toEqual(prediction(12).lossTrain);
      expect(end?.note).toBe('The prediction ends at step 12, where the rate changed.');
    }
  });

  it('from a later step goes on past changes that came before', () => {
    const later = prediction(30, 15);

    expect(endedPrediction(later, [mark(12), mark(15)])).toBe(later);
    expect(endedPrediction(later, [mark(12), mark(20)]).steps.at(-1)).toBe(20);
  });

  it('goes on past other marks', () => {
    const whole = prediction(30);

    expect(endedPrediction(whole, [mark(12, 'best')])).toBe(whole);
    expect(endedPrediction(whole)).toBe(whole);
  });
});

const data: Result = {
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
};
