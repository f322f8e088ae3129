import { describe, expect, it } from 'vitest';
import type { CurveResult } from '../spec/Result.ts';
import { stopWatch } from './stopWatch.ts';

const off = { loss: 0, accuracy: 0, patience: 0 };

/** A curve from step 0 in even steps. */
const curve = (
  arm: 'A' | 'B',
  {
    train,
    test = train,
    accuracy = [],
    apart = 1,
    from = 0,
  }: {
    readonly train: readonly number[];
    readonly test?: readonly number[];
    readonly accuracy?: readonly number[];
    readonly apart?: number;
    readonly from?: number;
  },
): CurveResult => ({
  kind: 'curve',
  arm,
  seed: 0,
  steps: Int32Array.from(train, (_, k) => from + k * apart),
  lossTrain: Float64Array.from(train),
  lossTest: Float64Array.from(test),
  accuracyTrain: Float64Array.from(accuracy),
  accuracyTest: Float64Array.from(accuracy),
});

describe('a stop watch', () => {
  it('is none where all rules are off', () => {
    expect(stopWatch(off)).toBeUndefined();
  });

  it('waits until every network is below the loss at the same step', () => {
    const watch = stopWatch({ ...off, loss: 0.5 })!;
    watch.take(curve('A', { train: [1, 0.4, 0.6, 0.4, 0.3] }));
    watch.take(curve('B', { train: [1, 0.9, 0.4, 0.5, 0.4] }));

    expect(watch.verdict()).toEqual({ step: 4, words: 'training loss below 0.5' });
  });

  it('judges chunk by chunk', () => {
    const watch = stopWatch({ ...off, loss: 0.5 })!;
    watch.take(curve('A', { train: [1, 0.9] }));
    expect(watch.verdict()).toBeUndefined();
    watch.take(curve('A', { train: [0.6, 0.4], from: 2 }));

    expect(watch.verdict()?.step).toBe(3);
  });

  it('waits for the accuracy, which a regression does not have', () => {
    const watch = stopWatch({ ...off, accuracy: 0.9 })!;
    watch.take(curve('A', { train: [1, 1, 1], accuracy: [0.5, 0.9, 1] }));
    expect(watch.verdict()).toEqual({ step: 1, words: 'training accuracy 0.9' });

    const regression = stopWatch({ ...off, accuracy: 0.9 })!;
    regression.take(curve('A', { train: [1, 0, 0] }));
    expect(regression.verdict()).toBeUndefined();
  });

  it('runs out of patience so many steps after the least test loss, and knows it', () => {
    const watch = stopWatch({ ...off, patience: 20 })!;
    const test = [5, 3, 4, 2, 2, 2.5, 1];
    watch.take(curve('A', { train: test.map(() => 1), test, apart: 10 }));

    expect(watch.verdict()).toEqual({ step: 50, words: 'no better test loss for 20 steps' });
    expect(watch.best({ arm: 'A', seed: 0 }, 50)).toEqual({ step: 30, loss: 2 });
    expect(watch.best({ arm: 'A', seed: 0 }, 25)).toEqual({ step: 10, loss: 3 });
  });

  it('does not wait for a network that has ended, but did until then', () => {
    const watch = stopWatch({ ...off, loss: 0.5 })!;
    watch.take(curve('A', { train: [1, 0.4, 0.4, 0.4] }));
    watch.take(curve('B', { train: [1, 2] }));
    watch.drop({ arm: 'B', seed: 0 }, 2);

    expect(watch.verdict()?.step).toBe(2);
  });
});
