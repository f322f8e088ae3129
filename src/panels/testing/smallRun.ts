import { dataStream, layerOf } from '../../spec/layerOf.ts';
import { canonical } from '../../spec/canonical.ts';
import { limitOf } from '../../spec/limitOf.ts';
import { resolveArms, resolveShared, type Arm } from '../../spec/resolve.ts';
import type { Samples } from '../../nn/Dataset.ts';
import { infiniteKernel } from '../../nn/infiniteKernel.ts';
import type { Settings } from '../../nn/Settings.ts';
import type { DataResult, HarmonicsResult, LimitResult } from '../../spec/Result.ts';
import type { ArmResults, Results } from '../../spec/Results.ts';
import { smallDynamics } from './smallDynamics.ts';
import { smallJacobian, smallMatrices } from './smallInitialization.ts';
import { smallNetwork, spectrumOf } from './smallNetwork.ts';
import { smallHarmonics, smallLayers, smallLimitProfile, smallProfile } from './smallPortrait.ts';

/** Which run, and how much of it. */
export interface Wanted {
  /** What the run changes of a small default: two moons of 12 samples, 20 steps, 5 kernels. */
  readonly shared?: Settings;
  readonly arms?: readonly Settings[];
  /** How far it has come; undefined before any result, 0 after the first kernel. */
  readonly step?: number;
  /** Layers, profiles and harmonics as well. */
  readonly portrait?: boolean;
  /** Weight matrices and Jacobians as well; of fully connected networks only. */
  readonly start?: boolean;
  /** Networks that really train, with all that following them tells; of a single output only. */
  readonly dynamics?: boolean;
}

/** Results of a run as the engine would stream them, computed here in float64 on a few samples. */
export function smallRun({
  shared = {},
  arms = [{}],
  step,
  portrait = false,
  start = false,
  dynamics = false,
}: Wanted = {}): Results {
  const small = { data: 'moons', 'data.n': 12, 'data.test': 6, steps: 20, snapshots: 4 };
  const experiment = canonical({ shared: { ...small, ...shared }, arms });
  const { data, seed, seeds, steps } = resolveShared(experiment);
  const samples = data.entry.draw(data.settings, dataStream(seed), new Map());
  const chosen = resolveArms(experiment);
  return {
    run: 1,
    experiment,
    status: step === undefined ? 'starting' : 'running',
    ...(step !== undefined && { data: dataOf(samples) }),
    arms: chosen.map((arm): ArmResults => {
      if (step === undefined) return { label: arm.label, networks: [] };
      const limit = limitResult(arm, samples);
      return {
        label: arm.label,
        limit,
        ...(limit.exists && { limitSpectrum: spectrumOf(limit.ntk, arm.label, 0, 0, 'limit') }),
        networks: Array.from({ length: seeds }, (_, place) => ({
          ...smallNetwork(arm, samples, { place, step, steps, ...(limit.exists && { limit }) }),
          ...(portrait && {
            profile: smallProfile(arm, place),
            ...(place === 0 && { layers: smallLayers(arm, samples, place) }),
          }),
          ...(dynamics && smallDynamics(arm, samples, { place, step, steps })),
          ...(start &&
            place === 0 && {
              matrices: smallMatrices(arm, { samples, seed, place }),
              jacobian: smallJacobian(arm, { samples, seed, place }),
            }),
        })),
        ...(portrait && portraitOf(arm, limit.exists)),
      };
    }),
    step: step ?? 0,
    steps,
    timings: {},
  };
}

function portraitOf(arm: Arm, exists: boolean): Pick<ArmResults, 'harmonics' | 'limitProfile'> {
  const harmonics: HarmonicsResult = exists
    ? smallHarmonics(arm)
    : { kind: 'harmonics', arm: arm.label, exists, reason: 'there is no limit' };
  return { harmonics, ...(harmonics.exists && { limitProfile: smallLimitProfile(arm) }) };
}

function limitResult(arm: Arm, { x, y }: Samples): LimitResult {
  const found = limitOf(arm, x);
  if (!found.exists) return { kind: 'limit', arm: arm.label, ...found };
  const { nngp, ntk } = infiniteKernel(layerOf(arm, { inputs: x.cols, outputs: y.cols }), x, x);
  return { kind: 'limit', arm: arm.label, ...found, nngp: nngp.data, ntk: ntk.data };
}

const dataOf = ({ x, y, xTest, yTest, ...rest }: Samples): DataResult => ({
  kind: 'data',
  n: x.rows,
  nTest: xTest.rows,
  inputs: x.cols,
  outputs: y.cols,
  x: x.data,
  y: y.data,
  xTest: xTest.data,
  yTest: yTest.data,
  ...rest,
});
