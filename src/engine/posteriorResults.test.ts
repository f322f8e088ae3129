import { beforeAll, describe, expect, it } from 'vitest';
import { choleskySolve, cholesky } from '../math/cholesky.ts';
import { matrix, product, transpose, type Matrix } from '../math/matrix.ts';
import { normals, stream } from '../math/rng.ts';
import { infiniteKernel } from '../nn/infiniteKernel.ts';
import type { Settings } from '../nn/Settings.ts';
import { canonical } from '../spec/canonical.ts';
import { layerOf } from '../spec/layerOf.ts';
import { resolveArms } from '../spec/resolve.ts';
import type { FunctionGrid, PosteriorResult } from '../spec/Result.ts';
import { startBackend } from './backend/startBackend.ts';
import { posteriorResults } from './posteriorResults.ts';
import type { Run, RunArm } from './Run.ts';
import { startRun } from './startRun.ts';
import { nodeEnvironment } from './testing/nodeEnvironment.ts';

beforeAll(async () => {
  await startBackend(nodeEnvironment, 'wasm');
});

async function runOf(
  shared: Settings,
  values: Settings,
  withCovariances = true,
): Promise<{ run: Run; runArm: RunArm }> {
  const experiment = canonical({
    shared: { data: 'circle', 'data.n': 6, 'data.test': 5, steps: 80, snapshots: 2, ...shared },
    arms: [{ 'net.width': 64, 'net.depth': 1, ...values }],
  });
  const owned: Run['owned'] = new Set();
  const run = await startRun(experiment, nodeEnvironment, { withCovariances }, owned);
  // Nothing of this needs the backend.
  owned.forEach((held) => held.dispose());
  const [arm] = resolveArms(experiment);
  const { x, y } = run.samples;
  return { run, runArm: { arm: arm!, layer: layerOf(arm!, { inputs: x.cols, outputs: y.cols }) } };
}

type Exists = Extract<PosteriorResult, { exists: true }>;

async function told(shared: Settings, values: Settings, grid?: FunctionGrid) {
  const { run, runArm } = await runOf(shared, values);
  const results: PosteriorResult[] = [];
  for await (const result of posteriorResults(run, runArm, grid))
    if (result.kind === 'posterior') results.push(result);
  const some = results.filter((result): result is Exists => result.exists);
  return {
    run,
    runArm,
    results,
    ntk: some.filter(({ of }) => of === 'ntk'),
    nngp: some.find(({ of }) => of === 'nngp'),
    reasons: results.flatMap((result) => (result.exists ? [] : [`${result.of}: ${result.reason}`])),
  };
}

const [variance, biasVariance, eta] = [1.6, 0.2, 0.8];

/** Test outputs of a network with one hidden layer of ReLUs at some steps of descent on (1/2n)Σ(f − y)², in plain loops. */
function trained(run: Run, width: number, seed: number, steps: readonly number[]): number[][] {
  const { x, y, xTest } = run.samples;
  const [n, d] = [x.rows, x.cols];
  const source = stream('ensemble').fork(String(seed));
  const [w, b, a] = [normals(source, width * d), normals(source, width), normals(source, width)];
  let c = source.normal();
  const [first, last, shift] = [variance / d, variance / width, biasVariance].map(Math.sqrt) as [
    number,
    number,
    number,
  ];
  const hidden = (inputs: Matrix, i: number, j: number): number => {
    let z = shift * b[j]!;
    for (let k = 0; k < d; k++) z += first * inputs.data[i * d + k]! * w[j * d + k]!;
    return z;
  };
  const z = new Float64Array(Math.max(n, xTest.rows) * width);
  /** Leaves what enters each hidden unit in z. */
  const output = (inputs: Matrix, i: number): number => {
    let f = shift * c;
    for (let j = 0; j < width; j++) {
      const into = (z[i * width + j] = hidden(inputs, i, j));
      if (into > 0) f += last * a[j]! * into;
    }
    return f;
  };
  const seen: number[][] = [];
  const [pull, dw] = [new Float64Array(n), new Float64Array(d)];
  for (let step = 0; step <= steps.at(-1)!; step++) {
    if (steps.includes(step))
      seen.push(Array.from({ length: xTest.rows }, (_, i) => output(xTest, i)));
    for (let i = 0; i < n; i++) pull[i] = (eta * (output(x, i) - y.data[i]!)) / n;
    for (let j = 0; j < width; j++) {
      let [da, db] = [0, 0];
      dw.fill(0);
      for (let i = 0; i < n; i++) {
        const into = z[i * width + j]!;
        if (into <= 0) continue;
        da += pull[i]! * last * into;
        const back = pull[i]! * last * a[j]!;
        db += back * shift;
        for (let k = 0; k < d; k++) dw[k]! += back * first * x.data[i * d + k]!;
      }
      a[j]! -= da;
      b[j]! -= db;
      for (let k = 0; k < d; k++) w[j * d + k]! -= dw[k]!;
    }
    c -= shift * pull.reduce((sum, value) => sum + value, 0);
  }
  return seen;
}

/** Between all pairs of test samples. */
const correlations = ({ covarianceTest = new Float64Array(), deviationTest }: Exists): number[] =>
  Array.from(covarianceTest, (value, p) => {
    const m = deviationTest.length;
    return value / deviationTest[Math.floor(p / m)]! / deviationTest[p % m]!;
  });

describe('the posterior of wide networks', () => {
  // At the last step nothing is left to learn: what it is compared with is told below.
  const steps = [0, 20, 60] as const;

  it('is what five hundred trained ones come to, one by one and together', async () => {
    const values = {
      act: 'relu',
      sw2: variance,
      sb2: biasVariance,
      rate: eta,
      'rate.unit': 'plain',
    };
    const { run, ntk } = await told({ steps: 60, snapshots: 3 }, values);
    const networks = 500;
    const outputs = Array.from({ length: networks }, (_, seed) => trained(run, 1024, seed, steps));
    const lawAt = (step?: number): Exists => ntk.find((result) => result.step === step)!;

    expect(ntk.map(({ step }) => step)).toEqual([undefined, 0, 20, 40, 60]);
    for (const [place, step] of [
      [0, 0],
      [1, 20],
      [2, 60],
      [2, undefined],
    ] as const) {
      const { meanTest, deviationTest, covarianceTest } = lawAt(step);
      const seen = Array.from(meanTest, (_, i) => outputs.map((at) => at[place]![i]!));
      const averages = seen.map((all) => all.reduce((sum, f) => sum + f, 0) / networks);
      const m = meanTest.length;

      expect(covarianceTest?.length).toBe(m * m);
      for (let i = 0; i < m; i++) {
        const deviation = deviationTest[i]!;

        expect(Math.abs(averages[i]! - meanTest[i]!)).toBeLessThan(
          (3.5 * deviation) / Math.sqrt(networks),
        );
        expect(covarianceTest![i * (m + 1)]! / deviation ** 2).toBeCloseTo(1, 9);
        for (let j = 0; j < m; j++) {
          const together =
            seen[i]!.reduce((sum, f, s) => {
              return sum + (f - averages[i]!) * (seen[j]![s]! - averages[j]!);
            }, 0) /
            (networks - 1);
          const [c, own] = [covarianceTest![i * m + j]!, (deviation * deviationTest[j]!) ** 2];
          // The standard error of a sample covariance of normals: √((c_ii·c_jj + c_ij²)/(N − 1)).
          const error = Math.sqrt((own + c ** 2) / (networks - 1));

          expect(Math.abs(together - c)).toBeLessThan(3.5 * error);
        }
      }
    }
    // It has learned something, and at the last step all that there is.
    expect(lawAt(20).deviationTest[0]! / lawAt(0).deviationTest[0]!).toBeLessThan(0.7);
    const meanCount = lawAt().meanTest.length;
    const [last, end] = [lawAt(60), lawAt()].map(({ covarianceTest }) => covarianceTest!);
    last!.forEach((value, p) =>
      expect(Math.abs(value - end![p]!)).toBeLessThan(0.01 * Math.max(...end!)),
    );
    // In the end, too, some test samples vary together by more than the error: zeros beside the diagonal would not do.
    const most = correlations(lawAt()).filter((_, p) => p % (meanCount + 1) > 0);
    expect(Math.max(...most.map(Math.abs))).toBeGreaterThan(3.5 / Math.sqrt(networks - 1));
  });

  it('has the covariance of the start before training, and is silent of it where nobody asks', async () => {
    const { run, runArm, ntk } = await told({}, { act: 'erf', outscale: 2 });
    const { xTest } = run.samples;
    const own = infiniteKernel(runArm.layer, xTest, xTest).nngp;
    const quiet: PosteriorResult[] = [];
    const unasked = await runOf({}, { act: 'erf' }, false);
    for await (const result of posteriorResults(unasked.run, unasked.runArm))
      if (result.kind === 'posterior') quiet.push(result);

    ntk[1]!.covarianceTest!.forEach((value, p) => expect(value).toBeCloseTo(own.data[p]!, 12));
    expect(quiet.length).toBeGreaterThan(3);
    expect(quiet.some((result) => 'covarianceTest' in result)).toBe(false);
  });

  it('comes to Θ(x, X)Θ⁻¹y in the end, and is the process of the start before', async () => {
    const { run, runArm, ntk, nngp } = await told(
      { steps: 100_000, snapshots: 1 },
      { act: 'relu' },
    );
    const { x, xTest, y } = run.samples;
    const kernels = infiniteKernel(runArm.layer, x, x);
    const cross = infiniteKernel(runArm.layer, xTest, x);
    const own = infiniteKernel(runArm.layer, xTest, xTest).nngp;
    const interpolant = (k: Matrix, beside: Matrix): Matrix =>
      product(beside, choleskySolve(cholesky(k), y));
    const [end, start, late] = ntk;

    const mean = interpolant(kernels.ntk, cross.ntk);
    const process = interpolant(kernels.nngp, cross.nngp);
    const explained = product(
      cross.nngp,
      choleskySolve(cholesky(kernels.nngp), transpose(cross.nngp)),
    );
    mean.data.forEach((value, i) => {
      expect(end!.meanTest[i]).toBeCloseTo(value, 10);
      expect(late!.meanTest[i]).toBeCloseTo(value, 8);
      expect(late!.deviationTest[i]).toBeCloseTo(end!.deviationTest[i]!, 8);
      expect(start!.meanTest[i]).toBe(0);
      expect(start!.deviationTest[i]).toBeCloseTo(Math.sqrt(own.data[i * 6]!), 12);
      expect(nngp!.meanTest[i]).toBeCloseTo(process.data[i]!, 10);
      expect(nngp!.deviationTest[i]! ** 2).toBeCloseTo(
        own.data[i * 6]! - explained.data[i * 6]!,
        10,
      );
    });
    nngp!.covarianceTest!.forEach((value, p) =>
      expect(value).toBeCloseTo(own.data[p]! - explained.data[p]!, 10),
    );
    expect([end, start, late, nngp].map((result) => result!.jitter)).toEqual([0, 0, 0, 0]);
  });

  it('is the same on a grid as on test samples that lie there', async () => {
    const { run } = await runOf({}, {});
    const { xTest } = run.samples;
    const grid: FunctionGrid = {
      shape: 'circle',
      inputs: xTest.data,
      dimension: xTest.cols,
      columns: new Float64Array(xTest.rows),
    };
    const { results, ntk, nngp } = await told({}, { act: 'erf' }, grid);

    for (const { mean, meanTest, deviation, deviationTest } of [...ntk, nngp!]) {
      expect(mean).toEqual(meanTest);
      expect(deviation).toEqual(deviationTest);
      expect(deviation.every((value) => value >= 0)).toBe(true);
    }
    const alone = await told({}, { act: 'erf' });
    alone.ntk.forEach(({ covarianceTest }, place) =>
      covarianceTest!.forEach((value, p) =>
        expect(ntk[place]!.covarianceTest![p]).toBeCloseTo(value, 12),
      ),
    );
    const buffers = results.flatMap((result) =>
      result.exists
        ? [result.mean, result.meanTest, result.covarianceTest!, result.grid!.inputs].map(
            ({ buffer }) => buffer,
          )
        : [],
    );
    expect(new Set(buffers).size).toBe(buffers.length);
  });

  it.each<[string, Settings]>([
    ['tanh', { act: 'tanh' }],
    ['convolution with a mean of positions', { net: 'conv', 'net.pool': 'gap' }],
    ['convolution', { net: 'conv' }],
    ['recurrent', { net: 'rnn', 'net.states': 'all' }],
  ])('starts from the variance of the start: %s', async (_, values) => {
    const { run, runArm, ntk } = await told({ 'data.test': 3 }, values);
    const { xTest } = run.samples;
    const own = infiniteKernel(runArm.layer, xTest, xTest).nngp;

    expect(ntk[1]!.step).toBe(0);
    ntk[1]!.deviationTest.forEach((deviation, i) =>
      expect(deviation ** 2 / own.data[i * 4]!).toBeCloseTo(1, 12),
    );
  });

  it('of a mirrored arm leaves nothing to chance, and its process is that of one copy', async () => {
    const plain = await told({}, { act: 'relu' });
    const mirrored = await told({}, { act: 'relu', mirror: true });

    mirrored.ntk.forEach(({ meanTest, deviationTest }, place) => {
      expect(meanTest).toEqual(plain.ntk[place]!.meanTest);
      expect(deviationTest.every((value) => value === 0)).toBe(true);
      expect(mirrored.ntk[place]!.covarianceTest!.every((value) => value === 0)).toBe(true);
    });
    expect(mirrored.nngp).toEqual(plain.nngp);
  });

  it('spreads α times as far, about the same mean, with an output scale of α', async () => {
    const one = await told({}, { act: 'relu' });
    const three = await told({}, { act: 'relu', outscale: 3 });

    three.ntk.forEach(({ meanTest, deviationTest }, place) => {
      meanTest.forEach((mean, i) => expect(mean).toBeCloseTo(one.ntk[place]!.meanTest[i]!, 9));
      deviationTest.forEach((deviation, i) =>
        expect(deviation).toBeCloseTo(3 * one.ntk[place]!.deviationTest[i]!, 8),
      );
    });
  });

  it('shows the jitter that coinciding inputs need', async () => {
    const { run, runArm } = await runOf({}, { act: 'relu' });
    const { x } = run.samples;
    const twice = matrix(
      x.rows,
      x.cols,
      x.data.map((value, p) => (p < 2 * x.cols ? x.data[p % x.cols]! : value)),
    );
    const results: PosteriorResult[] = [];
    for await (const result of posteriorResults(
      { ...run, samples: { ...run.samples, x: twice } },
      runArm,
    ))
      if (result.kind === 'posterior') results.push(result);
    const jitters = results.flatMap((result) =>
      result.exists && result.step === undefined ? [result.jitter] : [],
    );

    expect(jitters.length).toBe(2);
    jitters.forEach((jitter) => {
      expect(jitter).toBeGreaterThan(0);
      expect(jitter).toBeLessThan(1e-12);
    });
  });

  it.each<[string, Settings, RegExp]>([
    ['a cross-entropy', { loss: 'logistic' }, /ntk: With a cross-entropy/],
    ['Adam', { opt: 'adam' }, /ntk: Adam divides/],
    ['weight decay', { decay: 0.1 }, /ntk: Weight decay/],
    ['a step function', { act: 'step' }, /ntk: /],
  ])('has only the process of the start with %s', async (_, values, reason) => {
    const { ntk, nngp, reasons } = await told({ data: 'circle' }, values);

    expect(ntk).toEqual([]);
    expect(nngp?.exists).toBe(true);
    expect(reasons).toEqual([expect.stringMatching(reason)]);
  });

  it('has nothing with weights that have no limit', async () => {
    const { results, reasons } = await told({}, { init: 'stable' });

    expect(results.length).toBe(2);
    expect(reasons.length).toBe(2);
  });

  it('has with mini-batches only what training without end comes to', async () => {
    const all = await told({}, { act: 'relu' });
    const { ntk } = await told({}, { act: 'relu', batch: 2, rate: 0.2 });

    expect(ntk).toEqual([all.ntk[0]]);
  });

  it('stops where training diverges', async () => {
    const { ntk, reasons } = await told({ steps: 3000, snapshots: 3 }, { rate: 1.5 });

    expect(reasons).toEqual([]);
    expect(ntk.map(({ step }) => step)).toEqual([undefined, 0]);
  });
});
