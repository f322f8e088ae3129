import { median } from '../math/summary.ts';
import type { Failure } from '../spec/Failure.ts';
import type {
  KernelResult,
  MarkResult,
  NetworkRef,
  ProfileResult,
  Result,
  SpectrumResult,
  TimingResult,
} from '../spec/Result.ts';
import type { ArmResults, NetworkResults, Results } from '../spec/Results.ts';
import { runValues } from '../spec/values.ts';
import { endedPrediction } from '../spec/endedPrediction.ts';
import { inStepOrder } from './inStepOrder.ts';
import { joinedCurve } from './joinedCurve.ts';
import { joinedModes } from '../spec/joinedModes.ts';
import { keptKernels } from './keptKernels.ts';
import { keptOutputs } from './keptOutputs.ts';

/**
 * The results with one more message of the same run taken in. Pure: arrays are shared, not copied, but for curves, whose
 * chunks are joined. Messages of networks that the experiment does not have are wrong code and throw.
 */
export function reduce(results: Results, result: Result): Results {
  switch (result.kind) {
    case 'backend':
      return { ...results, backend: result.report };
    case 'data':
      return {
        ...results,
        data: result,
        status: results.status === 'starting' ? 'running' : results.status,
      };
    case 'kernel':
      return withKernel(results, result);
    case 'spectrum':
      return withSpectrum(results, result);
    case 'limit':
      return withArm(results, result.arm, (arm) => ({ ...arm, limit: result }));
    case 'rate':
      return withNetwork(results, result, (network) => ({ ...network, rate: result }));
    case 'curve':
      return withNetwork(results, result, (network) => ({
        ...network,
        curve: network.curve ? joinedCurve(network.curve, result) : result,
      }));
    case 'prediction':
      return withNetwork(results, result, (network) => ({
        ...network,
        predictions: {
          ...network.predictions,
          [result.source]: endedPrediction(result, network.marks),
        },
      }));
    case 'change':
      return withNetwork(results, result, (network) => ({
        ...network,
        changes: inStepOrder(network.changes, result),
      }));
    case 'layers':
      return withNetwork(results, result, (network) => ({ ...network, layers: result }));
    case 'profile':
      return withProfile(results, result);
    case 'harmonics':
      return withArm(results, result.arm, (arm) => ({ ...arm, harmonics: result }));
    case 'matrices':
      return withNetwork(results, result, (network) => ({ ...network, matrices: result }));
    case 'jacobian':
      return withNetwork(results, result, (network) => ({ ...network, jacobian: result }));
    case 'curvature':
      return withNetwork(results, result, (network) => ({ ...network, curvature: result }));
    case 'signals':
      return withArm(results, result.arm, (arm) => ({ ...arm, signals: result }));
    case 'phase':
      return withArm(results, result.arm, (arm) => ({ ...arm, phase: result }));
    case 'mark':
      return withNetwork(results, result, (network) => withMark(network, result));
    case 'modes':
      return withNetwork(results, result, (network) => ({
        ...network,
        modes: network.modes ? joinedModes(network.modes, result) : result,
      }));
    case 'movement':
      return withNetwork(results, result, (network) => ({
        ...network,
        movements: inStepOrder(network.movements ?? [], result),
      }));
    case 'sharpness':
      return withNetwork(results, result, (network) => ({
        ...network,
        sharpness: inStepOrder(network.sharpness ?? [], result),
      }));
    case 'lazy':
      return withNetwork(results, result, (network) => ({
        ...network,
        lazy: inStepOrder(network.lazy ?? [], result),
      }));
    case 'hierarchy':
      return withNetwork(results, result, (network) => ({ ...network, hierarchy: result }));
    case 'function':
      return withNetwork(results, result, (network) => ({
        ...network,
        functions: inStepOrder(network.functions ?? [], result),
      }));
    case 'posterior':
      return withArm(results, result.arm, (arm) => ({
        ...arm,
        posteriors: [...(arm.posteriors ?? []), result],
      }));
    case 'timing':
      return withTiming(results, result);
    case 'progress':
      return { ...results, step: result.step, steps: result.steps };
    case 'failure':
      return withFailure(results, result.failure);
    case 'done':
      return { ...results, status: results.status === 'stopped' ? 'stopped' : 'done' };
    case 'outputs':
      // Pictures of samples are of first networks.
      return result.seed > 0
        ? results
        : withNetwork(results, result, (network) => ({
            ...network,
            outputs: keptOutputs(network.outputs ?? [], result),
          }));
    // Only archives keep these.
    case 'weights':
      return results;
  }
}

function withArm(
  results: Results,
  label: string,
  change: (arm: ArmResults) => ArmResults,
): Results {
  const index = results.arms.findIndex((arm) => arm.label === label);
  const arm = results.arms[index];
  if (!arm) throw new Error(`a result of arm ${label}, which the experiment does not have`);
  return { ...results, arms: results.arms.with(index, change(arm)) };
}

function withNetwork(
  results: Results,
  { arm: label, seed }: NetworkRef,
  change: (network: NetworkResults) => NetworkResults,
): Results {
  return withArm(results, label, (arm) => {
    const index = arm.networks.findIndex((network) => network.seed === seed);
    const known = arm.networks[index];
    if (known) return { ...arm, networks: arm.networks.with(index, change(known)) };
    const fresh = change({ seed, kernels: [], spectra: [], predictions: {}, changes: [] });
    return { ...arm, networks: [...arm.networks, fresh].sort((a, b) => a.seed - b.seed) };
  });
}

/** The same step may bear marks of several kinds; a prediction ends where the rate that it was made for does. */
function withMark(network: NetworkResults, mark: MarkResult): NetworkResults {
  const others = (network.marks ?? []).filter(
    ({ step, what }) => step !== mark.step || what !== mark.what,
  );
  const marks = [...others, mark].sort((a, b) => a.step - b.step);
  const predictions = Object.fromEntries(
    Object.entries(network.predictions).map(([source, prediction]) => [
      source,
      endedPrediction(prediction, marks),
    ]),
  );
  return { ...network, marks, predictions };
}

function withKernel(results: Results, kernel: KernelResult): Results {
  const { arms, experiment } = results;
  const place = {
    arms: arms.length,
    seeds: runValues(experiment).seeds,
    seed: kernel.seed,
  };
  return withNetwork(results, kernel, (network) => ({
    ...network,
    kernels: keptKernels(network.kernels, kernel, place),
  }));
}

function withSpectrum(results: Results, spectrum: SpectrumResult): Results {
  return spectrum.source === 'limit'
    ? withArm(results, spectrum.arm, (arm) => ({ ...arm, limitSpectrum: spectrum }))
    : withNetwork(results, spectrum, (network) => ({
        ...network,
        spectra: inStepOrder(network.spectra, spectrum),
      }));
}

function withProfile(results: Results, profile: ProfileResult): Results {
  return profile.source === 'limit'
    ? withArm(results, profile.arm, (arm) => ({ ...arm, limitProfile: profile }))
    : withNetwork(results, profile, (network) => ({ ...network, profile }));
}

function withFailure(results: Results, failure: Failure): Results {
  const { arm, seed = 0 } = failure;
  return arm === undefined
    ? { ...results, status: 'failed', failure }
    : withNetwork(results, { arm, seed }, (network) => ({ ...network, failure }));
}

/** A median needs no more than the latest measurements, and they need not grow without end. */
const mostDurations = 255;

function withTiming(results: Results, { name, ms }: TimingResult): Results {
  const latest = [...(results.durations?.[name] ?? []), ms].slice(-mostDurations);
  return {
    ...results,
    durations: { ...results.durations, [name]: latest },
    timings: { ...results.timings, [name]: median(latest) },
  };
}
