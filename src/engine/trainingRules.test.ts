import { beforeAll, describe, expect, it } from 'vitest';
import { matrix, type Matrix } from '../math/matrix.ts';
import { normals, stream } from '../math/rng.ts';
import type { Samples } from '../nn/Dataset.ts';
import type { LossId } from '../nn/dynamics/Loss.ts';
import type { Parameter } from '../nn/Parameter.ts';
import type { Settings } from '../nn/Settings.ts';
import { startBackend } from './backend/startBackend.ts';
import { epochOrder } from './batches.ts';
import { upload } from './network.ts';
import { outputs64 } from './testing/jacobian.ts';
import { armOf, drawn } from './testing/networkOfArm.ts';
import { nodeEnvironment } from './testing/nodeEnvironment.ts';
import { relativeError } from './testing/relativeError.ts';
import { trainer, uploadBatch } from './training.ts';
import { ruleOf } from './trainingRule.ts';

const n = 7;
const seed = 11;
const random = (rows: number, cols: number, name: string): Matrix =>
  matrix(rows, cols, normals(stream(3).fork(name), rows * cols).map(Math.fround));

const labels = [0, 2, 1, 1, 0, 2, 2];

/** Targets of three classes, ±1, or any numbers. */
function samplesOf(loss: LossId): Samples {
  const y =
    loss === 'softmax'
      ? matrix(
          n,
          3,
          Float64Array.from(
            { length: 3 * n },
            (_, p) => (p % 3 === labels[Math.floor(p / 3)] ? 2 : -1) / 3,
          ),
        )
      : loss === 'logistic'
        ? matrix(n, 1, Float64Array.of(1, -1, -1, 1, 1, -1, 1))
        : random(n, 2, 'y');
  return {
    x: random(n, 4, 'x'),
    xTest: random(3, 4, 'xTest'),
    y,
    yTest: matrix(3, y.cols),
    order: 'as drawn',
    standardization: 'standard normal',
  };
}

/** One sample's part of the loss by its formula, and what the sum is multiplied by for so many samples. */
const formulas: Readonly<
  Record<
    LossId,
    [part: (f: readonly number[], y: readonly number[]) => number, c: (n: number) => number]
  >
> = {
  mse: [(f, y) => squares(f, y) / 2, (rows) => 1 / rows],
  'mse-sum': [(f, y) => squares(f, y) / 2, () => 1],
  'mse-mean': [squares, (rows) => 1 / rows],
  softmax: [
    (f, y) => Math.log(f.reduce((sum, v) => sum + Math.exp(v), 0)) - f[y.findIndex((v) => v > 0)]!,
    (rows) => 1 / rows,
  ],
  logistic: [(f, y) => Math.log(1 + Math.exp(-y[0]! * f[0]!)), (rows) => 1 / rows],
};

function squares(f: readonly number[], y: readonly number[]): number {
  return f.reduce((sum, value, k) => sum + (value - y[k]!) ** 2, 0);
}

/** One update of one number: from its gradient, what is remembered of it and the step's number from 1, by the papers' formulas. */
type Rule = (g: number, memory: Record<string, number>, t: number) => number;
const rules: Readonly<Record<string, Rule>> = {
  gd: (g) => g,
  momentum: (g, memory) => (memory.v = 0.9 * (memory.v ?? 0) + g),
  nesterov: (g, memory) => g + 0.9 * (memory.v = 0.9 * (memory.v ?? 0) + g),
  rmsprop: (g, memory) => {
    memory.m = 0.9 * (memory.m ?? 0) + 0.1 * g * g;
    return g / (Math.sqrt(memory.m) + 0.01);
  },
  adam: (g, memory, t) => {
    memory.m = 0.9 * (memory.m ?? 0) + 0.1 * g;
    memory.v = 0.999 * (memory.v ?? 0) + 0.001 * g * g;
    return memory.m / (1 - 0.9 ** t) / (Math.sqrt(memory.v / (1 - 0.999 ** t)) + 0.01);
  },
};

interface Case {
  readonly loss: LossId;
  readonly values: Settings;
  readonly rateOf?: (parameter: Parameter) => number;
}

/** Three steps in float64: differences of the loss of α·f over α² on the samples of each step, plus λw. */
function trained64({ loss, values, rateOf = () => 1 }: Case, eta: number, steps: number) {
  const samples = samplesOf(loss);
  const { x, y } = samples;
  const { layer, parameters } = drawn(values, { inputs: 4, outputs: y.cols });
  const [part, c] = formulas[loss];
  const {
    batch = 0,
    decay = 0,
    outscale = 1,
    opt = 'gd',
  } = values as {
    batch?: number;
    decay?: number;
    outscale?: number;
    opt?: string;
  };
  const size = batch || n;
  const memories = parameters.map(({ values: all }) => Array.from(all, () => ({})));
  let current = parameters;
  for (let step = 0; step < steps; step++) {
    const perEpoch = Math.ceil(n / size);
    const order = epochOrder(stream(seed).fork('batches'), Math.floor(step / perEpoch), n);
    const rows =
      size < n
        ? [...order].slice((step % perEpoch) * size, ((step % perEpoch) + 1) * size)
        : [...order];
    const lossOf = (changed: readonly Parameter[]): number => {
      const f = outputs64(layer, changed, x);
      const row = (a: Matrix, i: number): readonly number[] => [
        ...a.data.slice(i * a.cols, (i + 1) * a.cols),
      ];
      const sum = rows.reduce((total, i) => total + part(row(f, i), row(y, i)), 0);
      return (c(rows.length) * sum) / outscale ** 2;
    };
    const moved = (place: number, entry: number, by: number): readonly Parameter[] =>
      current.map((each, p) =>
        p === place ? { ...each, values: each.values.with(entry, each.values[entry]! + by) } : each,
      );
    const h = 1e-5;
    current = current.map((each, place) => ({
      ...each,
      values: each.values.map((w, entry) => {
        const gradient =
          (lossOf(moved(place, entry, h)) - lossOf(moved(place, entry, -h))) / (2 * h);
        const direction = rules[opt]!(gradient + decay * w, memories[place]![entry]!, step + 1);
        return w - eta * rateOf(each) * direction;
      }),
    }));
  }
  return {
    samples,
    layer,
    parameters,
    end: outputs64(layer, current, x),
    tested: outputs64(layer, current, samples.xTest),
  };
}

const net = { act: 'tanh', 'net.width': 5, 'net.depth': 1 };
const eps = { 'opt.eps': 0.01 };
const cases: readonly (readonly [string, Case, number?])[] = [
  ['squares, summed', { loss: 'mse-sum', values: { ...net, loss: 'mse-sum' } }, 0.05],
  ['squares, over n', { loss: 'mse-mean', values: { ...net, loss: 'mse-mean' } }],
  ['softmax', { loss: 'softmax', values: { ...net, loss: 'softmax' } }],
  ['logistic', { loss: 'logistic', values: { ...net, loss: 'logistic' } }],
  ['mini-batches of a square', { loss: 'mse', values: { ...net, batch: 3 } }],
  [
    'mini-batches of a sum',
    { loss: 'mse-sum', values: { ...net, loss: 'mse-sum', batch: 3 } },
    0.05,
  ],
  ['mini-batches of softmax', { loss: 'softmax', values: { ...net, loss: 'softmax', batch: 2 } }],
  ['decay', { loss: 'mse', values: { ...net, decay: 0.3 } }],
  ['an output scale', { loss: 'mse', values: { ...net, outscale: 3 } }],
  [
    'an output scale with softmax and decay',
    { loss: 'softmax', values: { ...net, loss: 'softmax', outscale: 0.5, decay: 0.1 } },
  ],
  ['momentum', { loss: 'mse', values: { ...net, opt: 'momentum' } }],
  [
    'momentum with mini-batches and decay',
    {
      loss: 'logistic',
      values: { ...net, loss: 'logistic', opt: 'momentum', batch: 4, decay: 0.2 },
    },
  ],
  ['Nesterov', { loss: 'mse', values: { ...net, opt: 'nesterov' } }],
  [
    'RMSProp with an output scale',
    { loss: 'mse', values: { ...net, ...eps, opt: 'rmsprop', outscale: 2 } },
    0.05,
  ],
  ['Adam with decay', { loss: 'mse', values: { ...net, ...eps, opt: 'adam', decay: 0.1 } }, 0.05],
  [
    'Adam with softmax and mini-batches',
    { loss: 'softmax', values: { ...net, ...eps, loss: 'softmax', opt: 'adam', batch: 3 } },
    0.05,
  ],
  [
    'rates by layer in standard scaling',
    {
      loss: 'mse',
      values: { ...net, scaling: 'standard', 'rate.layers': true, opt: 'momentum' },
      // σ_w²/fan-in and σ_b².
      rateOf: ({ role, shape }) => (role === 'W' ? 1.5 / shape[0]! : 0.1),
    },
  ],
  [
    'rates by layer with Adam, an output scale and decay',
    {
      loss: 'mse',
      values: {
        ...net,
        ...eps,
        scaling: 'standard',
        'rate.layers': true,
        opt: 'adam',
        outscale: 2,
        decay: 0.1,
      },
      rateOf: ({ role, shape }) => (role === 'W' ? 1.5 / shape[0]! : 0.1),
    },
  ],
];

const named = cases.map(([name, which, eta = 0.3]) => ({ name, which, eta }));

describe.each(['wasm', 'cpu'] as const)('four steps of training on %s', (backend) => {
  beforeAll(async () => {
    await startBackend(nodeEnvironment, backend);
  });

  it.each(named)('are those of float64 differences: $name', async ({ which, eta }) => {
    const { samples, layer, parameters, end, tested } = trained64(which, eta, 4);
    const batch = uploadBatch(samples);
    const training = trainer(upload(layer, parameters), batch, ruleOf(armOf(which.values), seed));

    const [start] = await training.advance(4, eta, (step) => step === 0);
    const outputs = await training.outputs();
    training.dispose();
    batch.dispose();

    expect(relativeError(start!.f, outputs64(layer, parameters, samples.x))).toBeLessThan(1e-5);
    expect(relativeError(end, start!.f)).toBeGreaterThan(0.02);
    expect(relativeError(outputs.f, end)).toBeLessThan(2e-5);
    expect(relativeError(outputs.fTest, tested)).toBeLessThan(2e-5);
  });
});
