import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Settings } from '../nn/Settings.ts';
import { canonical } from '../spec/canonical.ts';
import type { BackendReport, RateResult, Result } from '../spec/Result.ts';
import { startBackend } from './backend/startBackend.ts';
import type { Environment } from './Environment.ts';
import { simulate } from './simulate.ts';
import { nodeEnvironment } from './testing/nodeEnvironment.ts';

const environment: Environment = {
  ...nodeEnvironment,
  fetchFile: (name) => readFile(new URL(`../../public/${name}`, import.meta.url)),
};

let report: BackendReport;
beforeAll(async () => {
  report = await startBackend(environment, 'wasm');
});

/** Linear in what trains: the kernel stays as it is. */
const linearModel = { 'net.width': 16, 'net.depth': 1, 'net.train': 'readout' };

interface Outcome {
  readonly rate: RateResult | undefined;
  readonly losses: readonly number[];
  readonly sentence: string | undefined;
  readonly results: readonly Result[];
}

async function outcome(arm: Settings, shared: Settings): Promise<Outcome> {
  const experiment = canonical({
    shared: { data: 'circle', 'data.n': 8, 'data.test': 4, snapshots: 1, ...shared },
    arms: [arm],
  });
  const results: Result[] = [];
  for await (const result of simulate(experiment, environment, { report, wanted: () => [] }))
    results.push(result);
  const failure = results.find((result) => result.kind === 'failure');
  return {
    rate: results.find((result) => result.kind === 'rate'),
    losses: results.flatMap((result) => (result.kind === 'curve' ? [...result.lossTrain] : [])),
    sentence: failure?.failure.sentence,
    results,
  };
}

/** Rises no more in its last part. */
const settles = ({ losses, sentence }: Outcome): void => {
  expect(sentence).toBeUndefined();
  expect(losses.at(-1)).toBeLessThan(losses[0]!);
  expect(losses.at(-1)).toBeLessThanOrEqual(losses.at(-50)! * (1 + 1e-4));
};

describe('the stability limit', () => {
  it('parts 1.99·n/λ_max from 2.01·n/λ_max in a linear model', async () => {
    const below = await outcome({ ...linearModel, rate: 1.99 / 2 }, { steps: 500 });
    const above = await outcome({ ...linearModel, rate: 2.01 / 2 }, { steps: 3000 });
    const [eta, limit] = /η = ([\d.]+) is above 2n\/λ_max = ([\d.]+)\.$/
      .exec(above.sentence ?? '')!
      .slice(1)
      .map(Number);

    settles(below);
    expect(eta! / limit!).toBeGreaterThan(1);
    expect(eta! / limit!).toBeLessThan(1.011);
    expect(limit! / above.rate!.stabilityLimit).toBeCloseTo(1, 2);
    expect(below.rate!.eta / below.rate!.stabilityLimit).toBeCloseTo(0.995, 12);
  });

  // Its kernel gives way once the residual is large enough, which is not what the limit is about.
  it('parts them in a wide, lazy network, up to a hundred times the loss', async () => {
    const arm = { 'net.width': 256, 'net.depth': 1, mirror: true, outscale: 1000 };
    // Not so long that the loss comes down to the rounding of outputs a thousand times as large.
    const below = await outcome({ ...arm, rate: 1.99 / 2 }, { steps: 200 });
    const above = await outcome({ ...arm, rate: 2.01 / 2 }, { steps: 1000 });

    settles(below);
    expect(Math.max(...below.losses)).toBe(below.losses[0]);
    expect(Math.max(...above.losses)).toBeGreaterThan(100 * above.losses[0]!);
  });

  it('is one that a wide network which is not lazy may pass: its kernel gives way, unlike the linear prediction’s', async () => {
    const { losses, sentence, results } = await outcome(
      { 'net.width': 128, 'net.depth': 1, rate: 2.01 / 2 },
      { steps: 1000, snapshots: 10 },
    );
    const [start] = losses;
    const predicted = results.flatMap((result) =>
      result.kind === 'prediction' && result.source === 'network' ? [...result.lossTrain] : [],
    );
    const changes = results.flatMap((result) => (result.kind === 'change' ? [result.change] : []));

    expect(sentence).toBeUndefined();
    expect(results.findLast((result) => result.kind === 'progress')?.step).toBe(1000);
    expect(losses.every(Number.isFinite)).toBe(true);
    expect(Math.max(...losses)).toBeLessThan(10 * start!);
    expect(losses.at(-1)).toBeLessThan(0.1 * start!);
    // Each step multiplies the first mode by −1.01, until the prediction is beyond all bounds and ends.
    expect(predicted.length).toBeLessThan(losses.length);
    expect(predicted.at(-1)).toBeGreaterThan(1e5 * start!);
    expect(changes.at(-1)).toBeGreaterThan(0.005);
  });

  it.each<[Settings, string]>([
    [{ loss: 'mse-sum' }, '2/λ_max'],
    [{ loss: 'mse-mean' }, 'n/λ_max'],
    [{ opt: 'momentum' }, '(1 + β)·2n/λ_max'],
    [{ opt: 'nesterov' }, '(1 + β)/(1 + 2β)·2n/λ_max'],
    [{ opt: 'momentum', 'opt.beta': 0.5, loss: 'mse-sum' }, '(1 + β)·2/λ_max'],
    [{ decay: 0.5 }, '2/(λ_max/n + λ)'],
    [{ scaling: 'standard', 'rate.layers': true, outscale: 4 }, '2n/λ_max'],
  ])('is where a linear model starts to diverge: %j', async (arm, formula) => {
    const below = await outcome({ ...linearModel, ...arm, rate: 0.97 }, { steps: 400 });
    const above = await outcome({ ...linearModel, ...arm, rate: 1.03 }, { steps: 1000 });

    settles(below);
    expect(above.sentence).toContain(`is above ${formula} = `);
    expect(below.rate?.formula ?? '2n/λ_max').toBe(formula);
  });

  it.each<[string, Settings, string]>([
    ['logistic', { 'data.target': 'classes' }, '8n/λ_max'],
    ['softmax', { data: 'digits', 'data.classes': 'all', 'data.n': 20 }, '4n/λ_max'],
  ])('of %s promises a loss that falls in every step', async (loss, shared, formula) => {
    const arm = { ...linearModel, loss, rate: 0.95 };
    const { losses, rate } = await outcome(arm, { steps: 100, 'data.test': 10, ...shared });

    expect(rate?.formula).toBe(formula);
    expect(losses.length).toBe(101);
    losses.slice(1).forEach((value, step) => expect(value).toBeLessThan(losses[step]!));
  });

  it('is not there for adaptive methods, whose rate is taken as a plain number', async () => {
    const { rate, losses } = await outcome({ opt: 'adam', rate: 0.01 }, { steps: 60 });

    expect(rate).toMatchObject({ eta: 0.01, stabilityLimit: NaN });
    expect(rate?.unknown).toContain('Adam');
    expect(losses.at(-1)).toBeLessThan(0.2 * losses[0]!);
  });
});
