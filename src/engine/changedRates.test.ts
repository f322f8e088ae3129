import { beforeAll, describe, expect, it } from 'vitest';
import { matrix, product, scaled, subtract, transpose } from '../math/matrix.ts';
import type { Parameter } from '../nn/Parameter.ts';
import type { Settings } from '../nn/Settings.ts';
import { canonical } from '../spec/canonical.ts';
import { layerOf, weightStream } from '../spec/layerOf.ts';
import { resolveArms } from '../spec/resolve.ts';
import type { BackendReport, Result } from '../spec/Result.ts';
import { startBackend } from './backend/startBackend.ts';
import { simulate } from './simulate.ts';
import { jacobian, outputs64 } from './testing/jacobian.ts';
import { nodeEnvironment } from './testing/nodeEnvironment.ts';

let report: BackendReport;
beforeAll(async () => {
  report = await startBackend(nodeEnvironment, 'wasm');
});

const shared = {
  data: 'sphere',
  'data.n': 5,
  'data.test': 3,
  'data.dim': 3,
  steps: 12,
  snapshots: 2,
};
/** The rate of each step: changed before the fifth and before the ninth. */
const rateAt = (step: number, first: number, unit: number): number =>
  step < 5 ? first : (step < 9 ? 0.4 : 1.5) * unit;

/** One update of one number, by the papers' formulas: from its gradient, what is remembered of it, and the step's number from 1. */
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

async function lossesOf(arm: Settings) {
  const experiment = canonical({ shared, arms: [arm] });
  const results: Result[] = [];
  for await (const result of simulate(experiment, nodeEnvironment, { report, wanted: () => [] }))
    results.push(result);
  const data = results.find((result) => result.kind === 'data')!;
  const [resolved] = resolveArms(experiment);
  return {
    losses: results.flatMap((result) => (result.kind === 'curve' ? [...result.lossTrain] : [])),
    marks: results.flatMap((result) => (result.kind === 'mark' ? [result] : [])),
    layer: layerOf(resolved!, { inputs: data.inputs, outputs: 1, grid: undefined }),
    x: matrix(data.n, data.inputs, data.x),
    y: matrix(data.n, 1, data.y),
  };
}

type Ran = Awaited<ReturnType<typeof lossesOf>>;

/** Losses of one uninterrupted loop in float64, with what the optimizer remembers kept or, for comparison, forgotten at changes. */
function byHand({ layer, x, y }: Ran, opt: string, etaOf: (step: number) => number, keeps = true) {
  let now: readonly Parameter[] = layer.draw(weightStream(1, 0));
  const count = now.reduce((sum, { values }) => sum + values.length, 0);
  const fresh = (): Record<string, number>[] => Array.from({ length: count }, () => ({}));
  let [memory, age] = [fresh(), 0];
  const losses: number[] = [];
  for (let step = 0; ; step++) {
    const residual = subtract(outputs64(layer, now, x), y);
    losses.push(residual.data.reduce((sum, r) => sum + r * r, 0) / (2 * y.rows));
    if (step === shared.steps) return losses;
    if (!keeps && etaOf(step) !== etaOf(Math.max(0, step - 1))) [memory, age] = [fresh(), 0];
    age++;
    const gradient = scaled(product(transpose(jacobian(layer, now, x)), residual), 1 / y.rows);
    let at = 0;
    now = now.map((parameter) => ({
      ...parameter,
      values: parameter.values.map((w) => {
        const direction = rules[opt]!(gradient.data[at]!, memory[at]!, age);
        at++;
        return w - etaOf(step) * direction;
      }),
    }));
  }
}

describe('a run whose rate changes on the way', () => {
  it.each([
    ['gd', 0.6],
    ['momentum', 0.1],
    ['nesterov', 0.1],
    ['rmsprop', 0.02],
    ['adam', 0.02],
  ])('goes on with its weights and with what the optimizer remembers: %s', async (opt, first) => {
    const unit = first;
    const plain = `5:${0.4 * unit}:plain,9:${1.5 * unit}:plain`;
    const arm = {
      'net.width': 5,
      'net.depth': 1,
      act: 'tanh',
      opt,
      ...(['rmsprop', 'adam'].includes(opt) && { 'opt.eps': 0.01 }),
      rate: first,
      'rate.unit': 'plain',
      'rate.changes': plain,
    };
    const ran = await lossesOf(arm);
    const etaOf = (step: number): number => rateAt(step, first, unit);
    const expected = byHand(ran, opt, etaOf);
    const forgetful = byHand(ran, opt, etaOf, false);

    expect(ran.marks.map(({ step, eta }) => [step, eta])).toEqual([
      [5, 0.4 * unit],
      [9, 1.5 * unit],
    ]);
    expect(ran.losses.length).toBe(13);
    expected.forEach((loss, step) => expect(ran.losses[step]! / loss).toBeCloseTo(1, 4));
    // What has been forgotten would show, and so would a rate that did not change.
    if (opt !== 'gd') expect(Math.abs(forgetful[12]! / expected[12]! - 1)).toBeGreaterThan(0.01);
    expect(Math.abs(byHand(ran, opt, () => first)[12]! / expected[12]! - 1)).toBeGreaterThan(0.01);
  });
});
