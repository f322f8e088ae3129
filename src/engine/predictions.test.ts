import { describe, expect, it } from 'vitest';
import { eigh } from '../math/eigh.ts';
import { gram, matrix, type Matrix } from '../math/matrix.ts';
import { normals, stream } from '../math/rng.ts';
import { lossOf } from '../nn/dynamics/losses.ts';
import type { Samples } from '../nn/Dataset.ts';
import type { Prediction } from './predictedOutputs.ts';
import { predictedCurve, predictionResult } from './predictions.ts';
import { plainRule, type TrainingRule } from './trainingRule.ts';

const random = (rows: number, cols: number, name: string): Matrix =>
  matrix(rows, cols, normals(stream('predictions').fork(name), rows * cols));

const n = 10;
const theta = gram(random(n, 30, 'features'));
const predictor = { theta, kernel: eigh(theta), cross: theta };
const y = matrix(n, 1, random(n, 1, 'y').data.map(Math.sign));
const samples: Samples = {
  x: random(n, 2, 'x'),
  xTest: random(n, 2, 'x'),
  y,
  yTest: y,
  order: '',
  standardization: '',
};
const f = random(n, 1, 'f');
const steps = Array.from({ length: 101 }, (_, k) => 100 + k);

const prediction = (rule: Partial<TrainingRule>, more: Partial<Prediction> = {}): Prediction => ({
  start: { step: 100, f, fTest: f },
  rule: { ...plainRule, ...rule },
  eta: n / predictor.kernel.values[0]!,
  steps,
  samples,
  flow: false,
  most: 1e9,
  ...more,
});

const logistic = { loss: lossOf('logistic') };

describe('a predicted curve', () => {
  it.each<[string, Prediction]>([
    ['closed form', prediction({})],
    ['steps', prediction(logistic)],
    ['flow', prediction(logistic, { flow: true })],
  ])('starts where the network is and has others breathe: %s', async (_, wanted) => {
    let breaths = 0;
    const { curve, note } = await predictedCurve(predictor, wanted, () => {
      breaths++;
      return Promise.resolve();
    });

    expect(Array.from(curve.steps)).toEqual(steps);
    expect(curve.lossTrain[0]).toBeCloseTo(wanted.rule.loss.value(f, y), 12);
    // The test samples are the training samples.
    curve.lossTest.forEach((loss, k) => expect(loss).toBeCloseTo(curve.lossTrain[k]!, 10));
    expect(curve.lossTrain.at(-1)!).toBeLessThan(curve.lossTrain[0]! / 2);
    expect(note).toBeUndefined();
    if (wanted.rule.loss.isSquare) expect(breaths).toBe(3);
  });

  it('ends with a word where it would take too long', async () => {
    const { curve, note } = await predictedCurve(
      predictor,
      prediction(logistic, { most: 20 * n * n }),
      () => Promise.resolve(),
    );
    const result = predictionResult(
      { arm: 'B', seed: 2 },
      'relinearized',
      { curve, note: note! },
      100,
    );

    expect(curve.steps.at(-1)).toBe(121);
    expect(result).toMatchObject({ arm: 'B', seed: 2, from: 100 });
    expect(result.note).toMatch(/^The prediction ends at step 121: .* 0\.0020 million/);
  });

  it('breathes between many steps', async () => {
    let breaths = 0;
    const many = Array.from({ length: 5 }, (_, k) => 100 + 2000 * k);
    await predictedCurve(predictor, prediction(logistic, { steps: many }), () => {
      breaths++;
      return Promise.resolve();
    });

    expect(breaths).toBe(8);
  });

  it('ends where it leaves all bounds', async () => {
    const eta = (2.5 * n) / predictor.kernel.values[0]!;
    const { curve } = await predictedCurve(predictor, prediction({}, { eta }), () =>
      Promise.resolve(),
    );

    expect(curve.steps.length).toBeGreaterThan(10);
    expect(curve.steps.length).toBeLessThan(40);
  });

  it('is refused for what the kernel does not tell', async () => {
    await expect(
      predictedCurve(predictor, prediction({ decay: 0.1 }), () => Promise.resolve()),
    ).rejects.toThrow(RangeError);
  });
});
