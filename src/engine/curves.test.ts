import { describe, expect, it } from 'vitest';
import { fromRows } from '../math/matrix.ts';
import type { Samples } from '../nn/Dataset.ts';
import { lossOf } from '../nn/dynamics/losses.ts';
import { boundedCurve, curveOf, lossBound, type OutputsAt } from './curves.ts';

const mse = lossOf('mse');
const column = (...values: number[]) => fromRows(values.map((value) => [value]));

const samples: Samples = {
  x: column(0, 0),
  xTest: column(0),
  y: column(1, -1),
  yTest: column(1),
  classes: ['a', 'b'],
  order: 'by class',
  standardization: 'none',
};

const outputs = (step: number, size: number): OutputsAt => ({
  step,
  f: column(size, size),
  fTest: column(size),
});

describe('a curve', () => {
  it('holds losses and accuracies of both sets', () => {
    expect(curveOf([outputs(0, 3)], samples, mse)).toEqual({
      steps: Int32Array.of(0),
      lossTrain: Float64Array.of(5),
      lossTest: Float64Array.of(2),
      accuracyTrain: Float64Array.of(0.5),
      accuracyTest: Float64Array.of(1),
    });
  });

  it('of a regression has no accuracies', () => {
    const { x, xTest, y, yTest, order, standardization } = samples;
    const curve = curveOf([outputs(0, 3)], { x, xTest, y, yTest, order, standardization }, mse);

    expect(curve.accuracyTrain.length).toBe(0);
    expect(curve.accuracyTest.length).toBe(0);
  });

  it('ends where its losses leave the bound', () => {
    const curve = curveOf(
      [1, 10, 1e4, 1e9].map((size, step) => outputs(step, size)),
      samples,
      mse,
    );
    const bounded = boundedCurve(curve, lossBound(outputs(0, 1), samples, mse));

    expect(bounded.divergedAt).toBe(2);
    expect(bounded.curve.steps).toEqual(Int32Array.of(0, 1));
    expect(bounded.curve.lossTest.length).toBe(2);
  });

  it('ends where numbers end, on the test set too', () => {
    const bad = [outputs(0, 1), { ...outputs(1, 1), fTest: column(NaN) }];

    expect(boundedCurve(curveOf(bad, samples, mse), 1e6).divergedAt).toBe(1);
    expect(boundedCurve(curveOf([outputs(5, Infinity)], samples, mse), Infinity).divergedAt).toBe(
      5,
    );
  });

  it('may start from a perfect fit without a bound of zero', () => {
    const perfect = { step: 0, f: samples.y, fTest: samples.yTest };

    expect(lossBound(perfect, samples, mse)).toBe(0.5e6);
  });
});
