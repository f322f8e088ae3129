import { describe, expect, it } from 'vitest';
import { matrix, type Matrix } from '../../math/matrix.ts';
import { normals, stream } from '../../math/rng.ts';
import type { Samples } from '../../nn/Dataset.ts';
import type { Grid } from '../../nn/Grid.ts';
import type { Settings } from '../../nn/Settings.ts';
import { resolveShared } from '../../spec/resolve.ts';
import type { LayerSeries, SignalsResult } from '../../spec/Result.ts';
import { armOf, inputs } from '../testing/networkOfArm.ts';
import { signalsResult } from './signalsResult.ts';

const shared = resolveShared({ version: 1, shared: {}, arms: [{}] });

const samplesOf = (x: Matrix, outputs = 1): Samples => ({
  x,
  xTest: x,
  y: matrix(x.rows, outputs, normals(stream('y'), x.rows * outputs)),
  yTest: matrix(x.rows, outputs),
  order: '',
  standardization: '',
});

const signalsOf = (
  values: Settings,
  samples: Samples,
  draws?: number,
  grid?: Grid,
): Promise<SignalsResult> => {
  const run = { samples, grid, shared, breathe: () => Promise.resolve() };
  return signalsResult(run, armOf(values), draws);
};

/** How many standard errors the means are from what is predicted, at worst; nothing is predicted at NaN. */
const worst = ({ mean, error, theory }: LayerSeries): number =>
  Math.max(
    ...mean.map((value, k) => {
      const off = Math.abs(value - theory![k]!);
      // What does not vary differs by rounding at most.
      return Number.isNaN(off) || off < 1e-12 * Math.abs(value) ? 0 : off / error[k]!;
    }),
  );

const near = (values: Float64Array | undefined, expected: readonly number[]): void => {
  expect(values).toHaveLength(expected.length);
  expected.forEach((value, k) => expect(values![k]).toBeCloseTo(value, 10));
};

const depth3 = { 'net.width': 16, 'net.depth': 3, bias: false } as const;
const samples = samplesOf(inputs(5, 6), 2);
const meanSquareOf = ({ data }: Matrix): number =>
  data.reduce((sum, x) => sum + x * x, 0) / data.length;
const firstFour = matrix(4, 6, samples.x.data.slice(0, 24));

describe('signals at the start of many networks', () => {
  it.each([
    ['linear', 'linear', 1],
    ['ReLU', 'relu', 0.5],
  ])(
    'have the mean squares of %s layers at every width, and its gradients',
    async (_, act, half) => {
      const result = await signalsOf({ ...depth3, act, sw2: 1.5 }, samples, 400);
      const layer = 1.5 * half;
      // The four that are looked at need not be the first four.
      const [q] = result.meanSquare.mean;

      near(result.meanSquare.theory, [q!, q! * layer, q! * layer ** 2, q! * layer ** 3]);
      near(result.gradient.theory!.subarray(1), [1.5 * layer ** 2, 1.5 * layer, 1.5]);
      expect(worst(result.meanSquare)).toBeLessThan(4);
      expect(worst(result.gradient)).toBeLessThan(4);
      expect(result.note).toBe('');
    },
  );

  it('are those of the same samples whatever the draws', async () => {
    const result = await signalsOf({ ...depth3, act: 'relu' }, samplesOf(firstFour), 2);

    expect(result.meanSquare.mean[0]).toBeCloseTo(meanSquareOf(firstFour), 14);
    expect(result.stages).toEqual(['input', 'layer 1', 'layer 2', 'layer 3']);
    expect(result.widths).toEqual([6, 16, 16, 16]);
  });

  it('correlate as the arc-cosine map says where ReLU layers are wide', async () => {
    const wide = { act: 'relu', 'net.width': 256, 'net.depth': 3, sw2: 2, bias: false };
    const result = await signalsOf(wide, samples, 60);
    const [start] = result.correlation.mean;
    const expected = [start!];
    for (let layer = 0; layer < 3; layer++) {
      const c = expected.at(-1)!;
      expected.push((Math.sqrt(1 - c * c) + (Math.PI - Math.acos(c)) * c) / Math.PI);
    }

    near(result.correlation.theory, expected);
    expect(worst(result.correlation)).toBeLessThan(4);
  });

  it.each<[string, Settings]>([
    ['tanh with biases', { act: 'tanh', sw2: 1.5, sb2: 0.2, 'net.width': 192 }],
    ['residual', { net: 'resntk', act: 'relu', 'net.width': 128 }],
    [
      'pre-activation, standard scaling',
      { net: 'preact', act: 'gelu', scaling: 'standard', 'net.width': 128 },
    ],
    ['mirrored', { act: 'erf', mirror: true, 'net.width': 128 }],
    ['convolutional', { net: 'conv', act: 'erf', 'net.width': 64 }],
    ['convolutional, averaged', { net: 'conv', act: 'relu', 'net.pool': 'gap', 'net.width': 64 }],
    ['convolutional residual', { net: 'convres', act: 'relu', 'net.width': 64 }],
  ])('come near infinite width where it is large (%s)', async (_, values) => {
    const result = await signalsOf({ 'net.depth': 2, ...values }, samples, 60);
    for (const series of [result.meanSquare, result.gradient, result.correlation, result.moment]) {
      expect(series.theory).toBeDefined();
      series.mean.forEach((value, k) => {
        const theory = series.theory![k]!;
        if (Number.isNaN(theory)) return;

        // What a width of 64 still lacks, besides the luck of 60 draws.
        expect(Math.abs(value - theory)).toBeLessThan(
          4 * series.error[k]! + 0.03 * Math.abs(theory),
        );
      });
    }
    expect(result.gradient.theory!.subarray(1).some(Number.isNaN)).toBe(false);
  });

  it('have theory at the last step of a recurrent network alone, and say so', async () => {
    const result = await signalsOf({ net: 'rnn', 'net.width': 64 }, samples, 200);
    const { theory, mean } = result.meanSquare;

    expect(theory!.subarray(1, mean.length - 1).every(Number.isNaN)).toBe(true);
    expect(worst(result.meanSquare)).toBeLessThan(4);
    expect(result.note).toContain('recurrent');
  });

  it('keep the fractional moment in networks as wide as their inputs, where He’s loses it', async () => {
    const x = inputs(3, 16);
    const values = { act: 'relu', 'net.width': 16, 'net.depth': 5, bias: false };
    const kept = await signalsOf(
      { ...values, init: 'fractional', 'init.s': 0.7 },
      samplesOf(x),
      1500,
    );
    const he = await signalsOf({ ...values, init: 'he-normal' }, samplesOf(x), 1500);

    expect(kept.moment.s).toBe(0.7);
    kept.moment.theory!.forEach((value) => expect(value).toBeCloseTo(1, 9));
    expect(worst(kept.moment)).toBeLessThan(3);
    expect(he.moment.s).toBe(1);
    expect(he.moment.theory!.at(-1)).toBeLessThan(0.9);
    expect(worst(he.moment)).toBeLessThan(3);
  });

  it('have the predicted law of log-norms (He, ReLU, 64 units)', async () => {
    const values = { act: 'relu', init: 'he-normal', 'net.width': 64, 'net.depth': 4, bias: false };
    const { logNorm } = await signalsOf(values, samplesOf(inputs(3, 64)), 400);
    const { predicted, counts, edges, mean, variance } = logNorm;

    expect(predicted!.mean / 4).toBeCloseTo(-0.0201, 4);
    expect(predicted!.variance / 4).toBeCloseTo(0.02075, 5);
    expect(Math.abs(mean - predicted!.mean)).toBeLessThan(4 * Math.sqrt(predicted!.variance / 400));
    expect(Math.abs(variance / predicted!.variance - 1)).toBeLessThan(4 * Math.sqrt(2 / 400));
    expect(counts.reduce((a, b) => a + b, 0)).toBe(400);
    expect(edges).toHaveLength(counts.length + 1);
  });

  it.each<[string, Settings]>([
    ['biases', { act: 'relu', bias: true, sb2: 0.1 }],
    ['another activation', { act: 'tanh', bias: false }],
    ['uniform weights', { act: 'relu', bias: false, init: 'uniform' }],
    ['a uniform first layer', { act: 'relu', bias: false, initFirst: 'uniform' }],
    ['residual blocks', { act: 'relu', bias: false, net: 'preact' }],
  ])('have no predicted law of log-norms with %s, and say so', async (_, values) => {
    const { logNorm, note } = await signalsOf({ 'net.width': 8, ...values }, samples, 8);

    expect(logNorm.predicted).toBeUndefined();
    expect(note).not.toBe('');
  });

  it('are active in a share Q(B) of units under large biases', async () => {
    const values = { act: 'relu', init: 'large-bias', 'net.width': 64, 'net.depth': 1, sw2: 1 };
    // All of mean square one, so that pre-activations are standard normal before the bias.
    const x = inputs(4, 6);
    for (let i = 0; i < 4; i++) {
      const row = x.data.subarray(i * 6, (i + 1) * 6);
      const size = Math.sqrt(meanSquareOf(matrix(1, 6, row)));
      row.forEach((value, k) => (row[k] = value / size));
    }
    for (const [B, share] of [
      [1, 0.15865525],
      [2, 0.02275013],
    ] as const) {
      const { active } = await signalsOf({ ...values, 'init.B': B }, samplesOf(x), 300);

      expect(active.mean[0]).toBeNaN();
      expect(Math.abs(active.mean[1]! - share)).toBeLessThan(4 * active.error[1]!);
    }
  });

  it('are the same in all units of constant weights, which have no theory', async () => {
    const values = { init: 'constant', act: 'tanh', ...depth3 };
    const result = await signalsOf(values, samples, 8);

    expect([...result.identical]).toEqual([NaN, 15 / 16, 15 / 16, 15 / 16]);
    expect([...result.dead]).toEqual([NaN, 0, 0, 0]);
    expect(result.meanSquare.theory).toBeUndefined();
    expect(result.note).toContain('Constant weights');
    expect(result.gradient.error[1]).toBeLessThan(1e-12);
  });

  it('are dead where a rectifier gets nothing but negative numbers', async () => {
    const positive = samplesOf(matrix(3, 2, Float64Array.of(1, 2, 0.5, 3, 2, 2)));
    const values = { init: 'constant', 'init.c': -1, act: 'relu', ...depth3 };
    const result = await signalsOf(values, positive, 8);

    expect([...result.dead.subarray(1)]).toEqual([1, 1, 1]);
    expect([...result.active.mean.subarray(1)]).toEqual([0, 0, 0]);
    expect(result.logNorm.counts).toHaveLength(0);
    expect([...result.gradient.mean.subarray(0, 3)]).toEqual([0, 0, 0]);
  });

  it('count units that a threshold lets through as active, and nothing without an activation', async () => {
    const step = await signalsOf({ ...depth3, act: 'step' }, samples, 100);
    const linear = await signalsOf({ ...depth3, act: 'linear' }, samples, 8);

    expect(Math.abs(step.active.mean[1]! - 0.5)).toBeLessThan(4 * step.active.error[1]!);
    expect(linear.active.mean).toHaveLength(0);
  });

  it('come the same every time, and differ from draw to draw', async () => {
    const values = { ...depth3, act: 'relu' };
    const [one, other] = [await signalsOf(values, samples, 8), await signalsOf(values, samples, 8)];

    expect(one).toEqual(other);
    expect(one.meanSquare.low[1]).toBeLessThan(one.meanSquare.high[1]!);
  });

  it('take as many draws as there is time for', async () => {
    const small = await signalsOf({ 'net.width': 2, 'net.depth': 1 }, samples);
    const large = await signalsOf({ 'net.width': 1500, 'net.depth': 2, init: 'constant' }, samples);

    expect(small.draws).toBe(1000);
    expect(large.draws).toBe(8);
  });
});
