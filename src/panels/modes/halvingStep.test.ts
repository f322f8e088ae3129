import { describe, expect, it } from 'vitest';
import { halvingStep } from './halvingStep.ts';

describe('the step by which something has fallen to half', () => {
  it('is exact for what decays exponentially, however seldom it is recorded', () => {
    const steps = [0, 10, 50, 200];
    const found = halvingStep(
      steps,
      steps.map((step) => 7 * Math.exp(-step / 40)),
    );

    expect(found?.step).toBeCloseTo(40 * Math.LN2, 10);
    expect(found).toMatchObject({ after: 10, by: 50 });
  });

  it('is the first one', () => {
    expect(halvingStep([0, 1, 2, 3], [1, 0.5, 2, 0.1])).toMatchObject({ step: 1, after: 0, by: 1 });
  });

  it('comes as late as it may where nothing is left', () => {
    expect(halvingStep([0, 8], [1, 0])).toEqual({ step: 8, after: 0, by: 8 });
  });

  it('is none for what does not fall so far, or is not a number', () => {
    expect(halvingStep([0, 1, 2], [1, 0.6, 0.51])).toBeUndefined();
    expect(halvingStep([0, 1], [1, NaN])).toBeUndefined();
    expect(halvingStep([0], [1])).toBeUndefined();
  });
});
