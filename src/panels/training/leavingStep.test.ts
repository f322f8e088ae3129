import { describe, expect, it } from 'vitest';
import type { CurveResult } from '../../spec/Result.ts';
import type { NetworkResults } from '../../spec/Results.ts';
import { leavingStep } from './leavingStep.ts';

const curve = (losses: readonly number[], every = 1): Omit<CurveResult, 'kind'> => ({
  arm: 'A',
  seed: 0,
  steps: Int32Array.from(losses.keys(), (k) => k * every),
  lossTrain: Float64Array.from(losses),
  lossTest: new Float64Array(losses.length),
  accuracyTrain: new Float64Array(),
  accuracyTest: new Float64Array(),
});

const network = (
  losses: readonly number[],
  predicted?: readonly number[],
  every?: number,
): NetworkResults => ({
  seed: 0,
  kernels: [],
  spectra: [],
  changes: [],
  curve: { kind: 'curve', ...curve(losses) },
  predictions: predicted
    ? { network: { kind: 'prediction', source: 'network', ...curve(predicted, every) } }
    : {},
});

const steady = [1, 1, 1, 1];

describe('the step at which a network leaves its tangent', () => {
  it('is the first one with a loss more than a tenth off', () => {
    expect(leavingStep([network([1, 1.05, 0.89, 1], steady)])).toBe(2);
    expect(leavingStep([network([1, 1.05, 0.91, 1.2], steady)])).toBe(3);
  });

  it('is never if it stays close', () => {
    expect(leavingStep([network(steady, steady)])).toBe(Infinity);
  });

  it('compares only steps that both have', () => {
    expect(leavingStep([network([1, 5, 1, 5], [1, 1], 2)])).toBe(Infinity);
    expect(leavingStep([network([1, 5, 5, 5], [1, 1], 2)])).toBe(2);
  });

  it('comes at once where the loss is not a number any more', () => {
    expect(leavingStep([network([1, NaN, 1, 1], steady)])).toBe(1);
  });

  it('is the median over networks', () => {
    const early = network([1, 2, 2, 2], steady);
    const late = network([1, 1, 1, 2], steady);

    expect(leavingStep([early, late, network(steady, steady)])).toBe(3);
    expect(leavingStep([early, late])).toBe(2);
  });

  it('is unknown before training and without a prediction', () => {
    expect(leavingStep([network([1], steady)])).toBeUndefined();
    expect(leavingStep([network(steady)])).toBeUndefined();
    expect(leavingStep([])).toBeUndefined();
  });
});
