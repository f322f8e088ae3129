import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Failure } from '../spec/Failure.ts';
import type {
  BackendReport,
  CurveResult,
  DataResult,
  KernelResult,
  PhaseResult,
  ProfileResult,
  Result,
  SpectrumResult,
} from '../spec/Result.ts';
import { emptyResults } from './emptyResults.ts';
import { fromLink } from './link/fromLink.ts';
import { reduce } from './reduce.ts';

const { experiment } = fromLink('v=1&steps=12&arms=2&b.act=relu');
const start = emptyResults(3, experiment);
const after = (...all: readonly Result[]) => all.reduce(reduce, start);

const kernel = (step: number, seed = 0, arm: 'A' | 'B' = 'A'): KernelResult => ({
  kind: 'kernel',
  arm,
  seed,
  step,
  size: 2,
  values: Float32Array.of(2, 1, 1, 2),
});
const spectrum = (step: number, source: SpectrumResult['source'] = 'network'): SpectrumResult => ({
  kind: 'spectrum',
  arm: 'A',
  seed: 0,
  source,
  step,
  eigenvalues: Float64Array.of(3, 1),
  conditionNumber: 3,
  effectiveRank: 1.6,
  trace: 4,
  noiseFloor: 3e-6,
});
const curve = (from: number, to: number): CurveResult => {
  const steps = Int32Array.from({ length: to - from }, (_, i) => from + i);
  const scaled = (factor: number) => Float64Array.from(steps, (step) => factor * step);
  return {
    kind: 'curve',
    arm: 'A',
    seed: 0,
    steps,
    lossTrain: scaled(1),
    lossTest: scaled(2),
    accuracyTrain: scaled(3),
    accuracyTest: new Float64Array(0),
  };
};
const phase: PhaseResult = {
  kind: 'phase',
  arm: 'B',
  variance: 0.5,
  slope: 1.2,
  phase: 'chaotic',
};
const data: DataResult = {
  kind: 'data',
  n: 2,
  nTest: 1,
  inputs: 1,
  outputs: 1,
  x: Float64Array.of(1, 2),
  y: Float64Array.of(1, 2),
  xTest: Float64Array.of(3),
  yTest: Float64Array.of(3),
  order: 'by value',
  standardization: 'none',
};
const failure: Failure = { kind: 'diverged', sentence: 'It diverged.', action: 'Go slower.' };

describe('the results of a run', () => {
  it('begin with the arms by name and nothing known', () => {
    expect(start).toEqual({
      run: 3,
      experiment,
      status: 'starting',
      arms: [
        { label: 'A', networks: [] },
        { label: 'B', networks: [] },
      ],
      step: 0,
      steps: 12,
      timings: {},
    });
  });

  it('take the backend, the data and the progress as they come', () => {
    const report: BackendReport = { id: 'wasm', device: 'SIMD', software: false, trials: [] };
    const results = after({ kind: 'backend', report }, data, {
      kind: 'progress',
      step: 4,
      steps: 12,
    });

    expect(results).toMatchObject({ status: 'running', backend: report, step: 4, steps: 12 });
    expect(results.data).toBe(data);
  });

  it('keep what belongs to an arm with that arm', () => {
    const limit = { kind: 'limit', arm: 'B', exists: false, reason: 'It has none.' } as const;
    const ofLimit = spectrum(0, 'limit');
    const { arms } = after(limit, ofLimit);

    expect(arms[0]).toEqual({ label: 'A', networks: [], limitSpectrum: ofLimit });
    expect(arms[1]).toEqual({ label: 'B', networks: [], limit });
  });

  it('keep where the layers of an arm settle', () => {
    expect(after(phase).arms.map((arm) => arm.phase)).toEqual([undefined, phase]);
  });

  it('keep the portrait of an arm: its layers, profiles and harmonics', () => {
    const layers = { kind: 'layers', arm: 'B', seed: 0, layers: [] } as const;
    const harmonics = { kind: 'harmonics', arm: 'B', exists: false, reason: 'None.' } as const;
    const profile = (seed: number, source: ProfileResult['source']): ProfileResult => ({
      kind: 'profile',
      arm: 'B',
      seed,
      source,
      angles: Float64Array.of(0, Math.PI),
      values: Float64Array.of(1, 0),
      spikiness: 1,
      circle: Float64Array.of(0.5, 0.25),
      depths: [],
    });
    const [ofLimit, first, second] = [
      profile(0, 'limit'),
      profile(0, 'network'),
      profile(1, 'network'),
    ];
    const { arms } = after(layers, second, harmonics, ofLimit, first);

    expect(arms[0]).toEqual({ label: 'A', networks: [] });
    expect(arms[1]).toMatchObject({ label: 'B', limitProfile: ofLimit, harmonics });
    expect(arms[1]?.networks.map(({ seed }) => seed)).toEqual([0, 1]);
    expect(arms[1]?.networks[0]?.layers).toBe(layers);
    expect(arms[1]?.networks[0]?.profile).toBe(first);
    expect(arms[1]?.networks[1]?.layers).toBeUndefined();
    expect(arms[1]?.networks[1]?.profile).toBe(second);
  });

  it('keep what belongs to a network with that network, in the order of seeds', () => {
    const rate = {
      kind: 'rate',
      arm: 'A',
      seed: 1,
      eta: 0.5,
      stabilityLimit: 1,
      approximate: false,
    } as const;
    const change = {
      kind: 'change',
      arm: 'A',
      seed: 0,
      step: 4,
      change: 0.1,
      alignment: 0.2,
    } as const;
    const prediction = { ...curve(0, 3), kind: 'prediction', source: 'limit' } as const;
    const { arms } = after(kernel(0, 1), rate, kernel(0, 0), change, prediction, spectrum(0));
    const [first, second] = arms[0]?.networks ?? [];

    expect(arms[1]?.networks).toEqual([]);
    expect(first).toEqual({
      seed: 0,
      kernels: [kernel(0, 0)],
      spectra: [spectrum(0)],
      changes: [change],
      predictions: { limit: prediction },
    });
    expect(second).toEqual({
      seed: 1,
      kernels: [kernel(0, 1)],
      spectra: [],
      changes: [],
      predictions: {},
      rate,
    });
  });

  it('have kernels in the order of steps, one for each, whatever the order they come in', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 9 })), (steps) => {
        const kernels = after(...steps.map((step) => kernel(step))).arms[0]?.networks[0]?.kernels;

        expect((kernels ?? []).map(({ step }) => step)).toEqual(
          [...new Set(steps)].sort((a, b) => a - b),
        );
      }),
    );
  });

  it('have the latest of two kernels of one step', () => {
    const again = kernel(0);

    expect(after(kernel(0), kernel(4), again).arms[0]?.networks[0]?.kernels[0]).toBe(again);
  });

  it('join the chunks of a curve', () => {
    expect(after(curve(0, 3), curve(3, 4), curve(4, 9)).arms[0]?.networks[0]?.curve).toEqual(
      curve(0, 9),
    );
  });

  it('share the arrays of what came before', () => {
    const before = after(data, kernel(0), kernel(0, 0, 'B'), curve(0, 3));
    const now = reduce(before, kernel(4));

    expect(now.arms[1]).toBe(before.arms[1]);
    expect(now.data).toBe(before.data);
    expect(now.arms[0]?.networks[0]?.curve).toBe(before.arms[0]?.networks[0]?.curve);
    expect(now.arms[0]?.networks[0]?.kernels[0]?.values).toBe(
      before.arms[0]?.networks[0]?.kernels[0]?.values,
    );
    expect(before.arms[0]?.networks[0]?.kernels).toHaveLength(1);
  });

  it('have the median of each timing', () => {
    const timing = (ms: number) => ({ kind: 'timing', name: 'step_ms', ms }) as const;
    const results = after(timing(9), timing(1), timing(2), {
      kind: 'timing',
      name: 'ntk_ms',
      ms: 7,
    });

    expect(results.timings).toEqual({ step_ms: 2, ntk_ms: 7 });
    expect(reduce(results, timing(3)).timings.step_ms).toBe(2.5);
  });

  it('keep no more timings than a median needs', () => {
    const many = Array.from({ length: 1000 }, (_, i): Result => ({
      kind: 'timing',
      name: 'step_ms',
      ms: i,
    }));
    const { durations, timings } = after(...many);

    expect(durations?.step_ms?.length).toBe(255);
    expect(timings.step_ms).toBe(872);
  });

  it('go on after the failure of one network', () => {
    const ofB = { ...failure, arm: 'B', seed: 2, step: 5 } as const;
    const results = after(data, { kind: 'failure', failure: ofB }, kernel(0));

    expect(results.status).toBe('running');
    expect(results.failure).toBeUndefined();
    expect(results.arms[1]?.networks).toMatchObject([{ seed: 2, failure: ofB }]);
  });

  it('end with a failure that names no network', () => {
    expect(after(data, { kind: 'failure', failure })).toMatchObject({ status: 'failed', failure });
  });

  it('end when the run is done, but stay stopped if a person stopped it', () => {
    expect(after(data, { kind: 'done' }).status).toBe('done');
    expect(reduce({ ...start, status: 'stopped' }, { kind: 'done' }).status).toBe('stopped');
  });

  it('stay paused while the results of a single step come in', () => {
    const paused = { ...after(data), status: 'paused' } as const;

    expect([kernel(1), curve(0, 1), data].reduce(reduce, paused).status).toBe('paused');
  });

  it('leave out what only archives keep', () => {
    expect(after({ kind: 'weights', arm: 'A', seed: 0, parameters: [] })).toBe(start);
  });

  it('keep outputs on all samples', () => {
    const [f, fTest] = [new Float64Array(2), new Float64Array(3)];
    const [arm] = after({ kind: 'outputs', arm: 'A', seed: 0, step: 0, f, fTest }).arms;

    expect(arm?.networks[0]?.outputs).toEqual([{ step: 0, f, fTest }]);
  });

  it('refuse a network of an arm that the experiment does not have', () => {
    expect(() => after({ ...kernel(0), arm: 'C' })).toThrow('arm C');
  });
});
