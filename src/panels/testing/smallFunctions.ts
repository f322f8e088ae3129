import { eigh } from '../../math/eigh.ts';
import { matrix, rowRange, type Matrix } from '../../math/matrix.ts';
import type { Samples } from '../../nn/Dataset.ts';
import { linearized } from '../../nn/dynamics/linearized.ts';
import { ensemble, influenceAtEnd, processRegression } from '../../nn/dynamics/posterior.ts';
import { infiniteKernel } from '../../nn/infiniteKernel.ts';
import type { Layer } from '../../nn/Layer.ts';
import { asMatrix, matrixOps } from '../../nn/matrixOps.ts';
import { dataStream, layerOf, weightStream } from '../../spec/layerOf.ts';
import { limitOf } from '../../spec/limitOf.ts';
import { resolveArms, resolveShared, type Arm } from '../../spec/resolve.ts';
import type { FunctionGrid, PosteriorResult } from '../../spec/Result.ts';
import type { ArmResults, NetworkResults, Results } from '../../spec/Results.ts';
import { smallRun, type Wanted } from './smallRun.ts';

/**
 * A small run with what the fourth view's functions are drawn of, in float64: networks as they are drawn, which train as Θ_∞ has
 * them do; and what that comes to over starts.
 */
export function smallFunctions(wanted: Wanted = {}): Results {
  const results = smallRun({ ...wanted, step: wanted.step ?? 20 });
  const { data, seed } = resolveShared(results.experiment);
  const samples = data.entry.draw(data.settings, dataStream(seed), new Map());
  const grid = smallGrid(samples, data.entry.along?.(data.settings));
  const arms = resolveArms(results.experiment);
  return {
    ...results,
    arms: results.arms.map((arm, index) =>
      withFunctions(arm, arms[index]!, { samples, grid, seed, step: results.step }),
    ),
  };
}

interface Case {
  readonly samples: Samples;
  readonly grid: FunctionGrid | undefined;
  readonly seed: number;
  readonly step: number;
}

function withFunctions(
  results: ArmResults,
  arm: Arm,
  { samples, grid, seed, step }: Case,
): ArmResults {
  const { x, xTest, y } = samples;
  const limit = limitOf(arm, x);
  if (!limit.exists) {
    const none = {
      kind: 'posterior',
      arm: arm.label,
      exists: false,
      reason: limit.reason,
    } as const;
    return {
      ...results,
      posteriors: [
        { ...none, of: 'ntk' },
        { ...none, of: 'nngp' },
      ],
    };
  }
  const layer = layerOf(arm, { inputs: x.cols, outputs: y.cols });
  const others = grid
    ? matrix(grid.columns.length * (grid.rows?.length ?? 1), x.cols, grid.inputs)
    : xTest;
  const train = infiniteKernel(layer, x, x);
  const cross = infiniteKernel(layer, others, x);
  const kernel = eigh(train.ntk);
  const eta = x.rows / kernel.values[0]!;
  const steps = [0, 5, 10, 20].filter((at) => at <= step);
  return {
    ...results,
    posteriors: laws(arm, layer, { train, cross }, { others, y, grid }),
    networks: results.networks.map((network): NetworkResults => {
      const ref = { arm: arm.label, seed: network.seed };
      const at = startOf(layer, seed, network.seed);
      const model = { kernel, cross: cross.ntk, y, eta, f0: at(x), fTest0: at(others) };
      const outputs = linearized(model)(steps);
      return {
        ...network,
        ...(grid && {
          functions: outputs.map(({ fTest }, k) => ({
            kind: 'function' as const,
            ...ref,
            step: steps[k]!,
            grid,
            values: Float32Array.from(fTest!.data),
          })),
        }),
        ...(network.seed === 0 && {
          outputs: outputs.map(({ f, fTest }, k) => ({
            step: steps[k]!,
            f: f.data,
            fTest: grid ? new Float64Array() : fTest!.data,
          })),
        }),
      };
    }),
  };
}

type Kernels = ReturnType<typeof infiniteKernel>;

function laws(
  arm: Arm,
  layer: Layer,
  { train, cross }: { readonly train: Kernels; readonly cross: Kernels },
  {
    others,
    y,
    grid,
  }: { readonly others: Matrix; readonly y: Matrix; readonly grid: FunctionGrid | undefined },
): readonly PosteriorResult[] {
  const variance = Float64Array.from({ length: others.rows }, (_, i) => {
    const row = rowRange(others, i, i + 1);
    return infiniteKernel(layer, row, row).nngp.data[0]!;
  });
  const nngp = { train: train.nngp, cross: cross.nngp, variance };
  const influence = influenceAtEnd(train.ntk, cross.ntk);
  const end = ensemble(influence, nngp, y);
  const bayes = processRegression(nngp, y);
  const told = { kind: 'posterior', arm: arm.label, exists: true } as const;
  // Where functions have no grid, others are the test samples.
  const at = (mean: Float64Array, deviation: Float64Array) => {
    const none = new Float64Array();
    return grid
      ? { grid, mean, deviation, meanTest: none, deviationTest: none }
      : { mean: none, deviation: none, meanTest: mean, deviationTest: deviation };
  };
  return [
    {
      ...told,
      of: 'ntk',
      ...at(end.mean.data, end.variance.map(Math.sqrt)),
      jitter: influence.jitter,
    },
    {
      ...told,
      of: 'nngp',
      ...at(bayes.mean.data, bayes.variance.map(Math.sqrt)),
      jitter: bayes.influence.jitter,
    },
  ];
}

/** The outputs of a network as it is drawn. */
function startOf(layer: Layer, seed: number, place: number): (x: Matrix) => Matrix {
  const weights = layer.draw(weightStream(seed, place)).map(asMatrix);
  return (x) => {
    let used = 0;
    return layer.apply(matrixOps, () => weights[used++]!, x);
  };
}

/** A line, the circle or a plane, coarser than the engine's. */
function smallGrid(
  { x, position }: Samples,
  along:
    | { readonly shape: 'line' | 'circle'; readonly input: (place: number) => readonly number[] }
    | undefined,
): FunctionGrid | undefined {
  const between = (low: number, high: number, count: number): Float64Array =>
    Float64Array.from({ length: count }, (_, k) => low + ((high - low) * k) / (count - 1));
  if (along && position) {
    const columns =
      along.shape === 'circle'
        ? Float64Array.from({ length: 24 }, (_, k) => (2 * Math.PI * k) / 24)
        : between(-1.3, 1.3, 53);
    const inputs = Array.from(columns, along.input);
    return {
      shape: along.shape,
      columns,
      dimension: inputs[0]!.length,
      inputs: Float64Array.from(inputs.flat()),
    };
  }
  if (x.cols !== 2) return undefined;
  const columns = between(-2, 2, 13);
  const rows = between(2, -2, 13);
  const inputs = Float64Array.from(
    Array.from(rows).flatMap((second) => Array.from(columns).flatMap((first) => [first, second])),
  );
  return { shape: 'plane', inputs, dimension: 2, columns, rows };
}
