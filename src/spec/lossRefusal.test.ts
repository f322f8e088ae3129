import { describe, expect, it } from 'vitest';
import { lossIds } from '../nn/dynamics/Loss.ts';
import { lossRefusal } from './lossRefusal.ts';

describe('a loss', () => {
  it.each([
    [
      'softmax',
      { outputs: 1, classes: true },
      /one output for its two classes\. Choose the logistic/,
    ],
    ['softmax', { outputs: 3, classes: false }, /needs classes.*Choose a mean square/],
    ['logistic', { outputs: 10, classes: true }, /this data set has 10\. Choose softmax/],
    ['logistic', { outputs: 1, classes: false }, /needs classes.*Choose a mean square/],
  ] as const)('%s is refused for %j, with what to do', (loss, targets, sentence) => {
    expect(lossRefusal({ loss }, targets)).toMatch(sentence);
  });

  it('is taken where it fits', () => {
    for (const loss of lossIds.filter((id) => id.startsWith('mse')))
      for (const outputs of [1, 10])
        for (const classes of [true, false])
          expect(lossRefusal({ loss }, { outputs, classes })).toBeUndefined();
    expect(lossRefusal({ loss: 'softmax' }, { outputs: 10, classes: true })).toBeUndefined();
    expect(lossRefusal({ loss: 'logistic' }, { outputs: 1, classes: true })).toBeUndefined();
  });
});
