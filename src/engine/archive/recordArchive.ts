import { zipSync, type Zippable } from 'fflate';
import type { Experiment } from '../../spec/Experiment.ts';
import { EngineFailure } from '../EngineFailure.ts';
import type { Environment } from '../Environment.ts';
import { simulate, type SimulateOptions } from '../simulate.ts';
import { entriesOf } from './entriesOf.ts';
import { manifestOf } from './manifestOf.ts';
import { npy } from './npy.ts';
import { recorder } from './recorder.ts';

/** How to compute an archive. */
export interface ArchiveOptions extends Pick<SimulateOptions, 'backend' | 'report' | 'signal'> {
  /** The experiment's link, for the manifest. */
  readonly link?: string;
  /** Hears the share that is done, from 0 to 1. */
  readonly onProgress?: (done: number) => void;
}

/**
 * Runs an experiment to its end and returns everything that it found as an .npz file (see docs/compute.md). Networks that fail
 * are recorded as far as they came. Throws an EngineFailure where the run as a whole fails, or is called off.
 */
export async function recordArchive(
  experiment: Experiment,
  environment: Environment,
  { link, onProgress, ...options }: ArchiveOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const record = recorder();
  let complete = false;
  const whole = { ...options, withWeights: true, withCovariances: true };
  for await (const result of simulate(experiment, environment, whole)) {
    if (result.kind === 'failure' && !result.failure.arm) throw new EngineFailure(result.failure);
    if (result.kind === 'progress') onProgress?.(result.step / Math.max(1, result.steps));
    if (result.kind === 'done') complete = true;
    record.take(result);
  }
  if (!complete) throw new EngineFailure(calledOff);

  const recorded = record.all();
  const manifest = JSON.stringify(manifestOf(experiment, recorded, link), null, 1);
  const text = new TextEncoder().encode(manifest);
  const files: Zippable = {
    'manifest.json.npy': npy({ shape: [text.length], values: text }),
  };
  for (const [name, array] of entriesOf(recorded)) files[`${name}.npy`] = npy(array);
  // Stored, not deflated: noise in float32 shrinks by a tenth at best. A fixed date makes equal runs equal files.
  return zipSync(files, { level: 0, mtime: new Date(1980, 0, 1) });
}

const calledOff = {
  kind: 'internal',
  sentence: 'The computation was called off before its end.',
  action: 'Start it again.',
} as const;
