import { histogram } from '../../math/histogram.ts';
import { rowRange, transpose, type Matrix } from '../../math/matrix.ts';
import { stream } from '../../math/rng.ts';
import { mean, quantile, standardError } from '../../math/summary.ts';
import { chainOf } from '../../nn/chainOf.ts';
import type { Samples } from '../../nn/Dataset.ts';
import { asMatrix, matrixOps } from '../../nn/matrixOps.ts';
import {
  isActive,
  networkSignals,
  type NetworkSignals,
  type SignalProbe,
} from '../../nn/networkSignals.ts';
import { replay } from '../../nn/replay.ts';
import { logNormLaw, momentsOf, normSteps } from '../../nn/normSteps.ts';
import { chainKernels, signalTheory, type SignalTheory } from '../../nn/signalTheory.ts';
import { stagesOf } from '../../nn/stagesOf.ts';
import { traceChain } from '../../nn/trace.ts';
import { layerOf } from '../../spec/layerOf.ts';
import { limitOf } from '../../spec/limitOf.ts';
import type { Arm } from '../../spec/resolve.ts';
import type { LayerSeries, SignalsResult } from '../../spec/Result.ts';

const draws = 24;

/** What 24 networks of an arm do to the first two samples, beside theory where the arm has a limit. */
export function smallSignals(arm: Arm, { x, y }: Samples): SignalsResult {
  const layer = layerOf(arm, { inputs: x.cols, outputs: y.cols });
  const chain = chainOf(layer);
  const trace = traceChain(chain, x.cols);
  const stages = stagesOf(trace.steps);
  const { entry: activation, settings } = arm.activation;
  const probe: SignalProbe = {
    trace,
    places: [0, ...stages.map(({ at }) => at)],
    x: rowRange(x, 0, 2),
    nonlinearity: { activation, settings },
  };
  const source = stream(arm.label).fork('signals');
  const all = Array.from({ length: draws }, (_, draw) =>
    networkSignals(probe, layer.draw(source.fork(String(draw))).map(asMatrix)),
  );
  const limit = limitOf(arm, x);
  const states = limit.exists ? chainKernels(chain, probe.x) : undefined;
  const theory = states && signalTheory(chain, states, probe);
  const normal = arm.initializer.entry.id === 'gaussian' && !arm.bias;
  const steps = states && normal ? normSteps(probe, states) : undefined;
  const series = (
    of: (signals: NetworkSignals) => Float64Array,
    predicted: Float64Array | undefined,
  ): LayerSeries => seriesOf(all.map(of), predicted);
  const logs = Float64Array.from(all, ({ norm }) => Math.log(norm.at(-1)! / norm[0]!)).filter(
    Number.isFinite,
  );
  return {
    kind: 'signals',
    arm: arm.label,
    draws,
    stages: ['input', ...stages.map(({ label }) => label)],
    widths: probe.places.map((at) => trace.steps[at]!.features),
    meanSquare: series((one) => one.meanSquare, theory?.meanSquare),
    gradient: series((one) => one.gradient, theory?.gradient),
    moment: {
      ...series(({ norm }) => norm.map((value) => value / norm[0]!), steps && momentsOf(steps, 1)),
      s: 1,
    },
    correlation: { ...series((one) => one.cosine, theory?.cosine), pair: [0, 1] },
    logNorm: {
      ...(logs.length > 0
        ? { ...histogram(logs), ...spreadOf(logs) }
        : { edges: Float64Array.of(0), counts: Float64Array.of(), mean: NaN, variance: NaN }),
      ...(steps && { predicted: logNormLaw(steps) }),
    },
    active: series((one) => one.active, undefined),
    ...unitsOf({ ...probe, x }, layer.draw(source.fork('0')).map(asMatrix)),
    note: noteOf(limit, steps !== undefined),
  };
}

/** Shares of the units of a network that repeat an earlier one, and that are active for no sample. */
function unitsOf(
  { trace: { steps, activations }, places, nonlinearity, x }: SignalProbe,
  parameters: readonly Matrix[],
): Pick<SignalsResult, 'identical' | 'dead'> {
  const values = Array.from(replay(matrixOps, steps, parameters, x), ({ value }) => value);
  return {
    identical: Float64Array.from(places, (at) => {
      const { rows, cols, data } = transpose(values[at]!);
      const units = Array.from({ length: rows }, (_, k) => data.slice(k * cols, k * cols + cols));
      return at === 0 ? NaN : 1 - new Set(units.map(String)).size / rows;
    }),
    dead: Float64Array.from(places, (at) => {
      const input = activations.find(({ output }) => output === at)?.input;
      if (input === undefined) return NaN;
      const active = isActive(values[input]!, nonlinearity);
      const units = values[input]!.cols;
      const alive = new Set(
        Array.from(active.keys()).flatMap((k) => (active[k] ? [k % units] : [])),
      );
      return 1 - alive.size / units;
    }),
  };
}

const noteOf = (limit: ReturnType<typeof limitOf>, law: boolean): string => {
  if (!limit.exists) return limit.reason;
  return law ? '' : 'No law of norms.';
};

const spreadOf = (values: Float64Array) => {
  const centre = mean(values);
  return { mean: centre, variance: mean(values.map((value) => (value - centre) ** 2)) };
};

function seriesOf(
  all: readonly Float64Array[],
  theory: SignalTheory['meanSquare'] | undefined,
): LayerSeries {
  const each = (measure: (values: Float64Array) => number): Float64Array =>
    all[0]!.map((_, place) => measure(Float64Array.from(all, (values) => values[place]!)));
  return {
    mean: each(mean),
    low: each((values) => quantile(values, 0.1)),
    high: each((values) => quantile(values, 0.9)),
    error: each(standardError),
    ...(theory && { theory }),
  };
}
