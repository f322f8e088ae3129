import * as tf from '@tensorflow/tfjs-core';
import {
  backendIds,
  type BackendId,
  type BackendReport,
  type BackendTrial,
  type SelfCheck,
} from '../../spec/Result.ts';
import { EngineFailure } from '../EngineFailure.ts';
import type { Environment } from '../Environment.ts';
import { adopt, remove } from './adopt.ts';
import { selfTest } from './selfTest.ts';
import { NotStarted, type Started } from './Started.ts';
import { startCpu } from './startCpu.ts';
import { startWasm } from './startWasm.ts';
import { startWebgl } from './startWebgl.ts';
import { startWebgpu } from './startWebgpu.ts';
import { withTimeout } from './withTimeout.ts';

/**
 * Starts the first backend that is there, is not a software one in a GPU's clothes, and passes the self-test: the
 * `requested` one, then WebGPU, WebGL, WASM, CPU. Every step has a time-out. Throws an EngineFailure 'no-backend'.
 */
export async function startBackend(
  environment: Environment,
  requested?: BackendId,
): Promise<BackendReport> {
  // Silences what tfjs advises programmers on the console.
  tf.enableProdMode();
  const trials: BackendTrial[] = [];
  const order = new Set([...(requested ? [requested] : []), ...backendIds]);
  for (const id of order) {
    const { trial, started } = await tryBackend(id, environment, id === requested);
    trials.push(trial);
    if (started) return { id, device: started.device, software: started.software, trials };
  }
  throw new EngineFailure({
    kind: 'no-backend',
    sentence: `No way to compute was found: ${trials.map(({ id, reason }) => `${id}: ${reason}`).join('; ')}.`,
    action: 'Reload the page, or open it in a current Chrome, Edge, Firefox or Safari.',
  });
}

interface Attempt {
  readonly trial: BackendTrial;
  /** Absent if the backend is not to be used. */
  readonly started?: Started;
}

async function tryBackend(
  id: BackendId,
  environment: Environment,
  wanted: boolean,
): Promise<Attempt> {
  const starting = start(id, environment, wanted);
  let started: Started;
  try {
    started = await withTimeout(starting, patience[id], 'starting');
  } catch (error) {
    starting.then(
      ({ close }) => close(),
      () => undefined,
    );
    const outcome = error instanceof NotStarted ? error.outcome : 'unavailable';
    return { trial: { id, outcome, reason: wordsOf(error), checks: [] } };
  }
  const trial = await test(id, started);
  if (trial.outcome === 'chosen') return { trial, started };
  remove(id);
  started.close();
  return { trial };
}

async function test(id: BackendId, { backend }: Started): Promise<BackendTrial> {
  try {
    await adopt(id, backend);
    const checks = await withTimeout(selfTest(), patience[id], 'the self-test');
    const failed = checks.filter(({ passed }) => !passed);
    if (failed.length === 0) return { id, outcome: 'chosen', reason: '', checks };
    return {
      id,
      outcome: 'dropped',
      reason: `failed ${failed.map(wordsOfCheck).join(' and ')}`,
      checks,
    };
  } catch (error) {
    return { id, outcome: 'dropped', reason: wordsOf(error), checks: [] };
  }
}

function start(id: BackendId, environment: Environment, wanted: boolean): Promise<Started> {
  switch (id) {
    case 'webgpu':
      return startWebgpu(environment.gpu, wanted);
    case 'webgl':
      return startWebgl(environment.offscreenCanvas, wanted);
    case 'wasm':
      return startWasm(environment.wasmFiles);
    case 'cpu':
      return startCpu();
  }
}

/** Milliseconds: WASM may have to come over a slow line. */
const patience: Readonly<Record<BackendId, number>> = {
  webgpu: 15_000,
  webgl: 15_000,
  wasm: 30_000,
  cpu: 30_000,
};

const wordsOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

const wordsOfCheck = ({ name, error, bound }: SelfCheck): string =>
  `${name} (error ${short(error)}, at most ${short(bound)})`;

const short = (value: number): string =>
  value > 0 && value < 0.01 ? value.toExponential(0) : value.toPrecision(2);
