import { describe, expect, it } from 'vitest';
import type { Settings } from '../nn/Settings.ts';
import { courseWords } from './courseWords.ts';
import { smallRun } from './testing/smallRun.ts';

const words = (...arms: readonly Settings[]): string => courseWords(smallRun({ arms }));

describe('how arms train, in words', () => {
  it('is the loss, the optimizer and the batches', () => {
    expect(words({})).toBe('mean square (1/2n), full-batch gradient descent');
    expect(words({ loss: 'logistic', opt: 'adam', batch: 5 })).toBe('logistic, Adam, batches of 5');
  });

  it('takes a batch of all samples for what it is', () => {
    expect(words({ batch: 12 })).toContain('full-batch');
    expect(words({ batch: 11 })).toContain('batches of 11');
  });

  it('has what is not as usual', () => {
    expect(words({ decay: 0.01, outscale: 10, scaling: 'standard', 'rate.layers': true })).toBe(
      'mean square (1/2n), full-batch gradient descent, weight decay 0.01, α = 10, NTK rates by layer',
    );
    // Without effect in NTK scaling.
    expect(words({ 'rate.layers': true })).not.toContain('rates');
  });

  it('says when predictions are of gradient flow', () => {
    expect(courseWords(smallRun({ shared: { flow: true } }))).toMatch(
      /descent, predictions of gradient flow$/,
    );
  });

  it('is said arm by arm where arms differ', () => {
    expect(words({}, { loss: 'mse-sum' })).toBe(
      'A mean square (1/2n), full-batch gradient descent; B sum of squares (1/2), full-batch gradient descent',
    );
  });
});
