import { empiricalNtk } from '../../src/engine/empiricalNtk.ts';
import type { Environment } from '../../src/engine/Environment.ts';
import { trainer, uploadBatch } from '../../src/engine/training.ts';
import { gram } from '../../src/math/matrix.ts';
import type { Task } from '../Task.ts';
import { repeated } from './repeated.ts';
import { networkFor, normalMatrix, normalSamples } from './subjects.ts';

type TaskOf<Kind extends Task['kind']> = Extract<Task, { kind: Kind }>;

/** Milliseconds of each repetition of a task, on the backend that has been started. */
export function measure(
  task: Task,
  repeat: number,
  environment: Environment,
): Promise<readonly number[]> {
  switch (task.kind) {
    case 'ntk':
      return ntk(task, repeat);
    case 'step':
      return step(task, repeat);
    case 'eigh':
    case 'eigenvalues':
      return spectrum(task, repeat, environment);
    case 'gram': {
      const rows = normalMatrix(task.n, task.inputs);
      return repeated(() => void gram(rows), repeat);
    }
  }
}

/** From rows and weights on the backend to a float64 matrix in memory, as each kernel on the page is made. */
async function ntk(task: TaskOf<'ntk'>, repeat: number): Promise<readonly number[]> {
  const { n, inputs, width, weightLayers } = task;
  const batch = uploadBatch(normalSamples(n, inputs));
  const network = networkFor(
    { act: 'relu', sw2: 2, 'net.width': width, 'net.depth': weightLayers - 1 },
    inputs,
  );
  try {
    return await repeated(async () => {
      await empiricalNtk(network, batch.x, { outputs: 1, form: 'mean' });
    }, repeat);
  } finally {
    network.dispose();
    batch.dispose();
  }
}

const stepsAtOnce = 20;

/** The mean of 20 steps in a row, which end with the outputs in memory, so that a GPU has finished them. */
async function step(task: TaskOf<'step'>, repeat: number): Promise<readonly number[]> {
  const { n, inputs, width, weightLayers } = task;
  const batch = uploadBatch(normalSamples(n, inputs));
  const training = trainer(
    networkFor({ act: 'tanh', 'net.width': width, 'net.depth': weightLayers - 1 }, inputs),
    batch,
  );
  try {
    const times = await repeated(async () => {
      await training.advance(training.step() + stepsAtOnce, 1e-3, () => false);
      await training.outputs();
    }, repeat);
    return times.map((ms) => ms / stepsAtOnce);
  } finally {
    training.dispose();
    batch.dispose();
  }
}

/** From a kernel in memory to its spectrum in memory, with the way to another thread and back. */
function spectrum(
  { kind, n }: TaskOf<'eigh' | 'eigenvalues'>,
  repeat: number,
  environment: Environment,
): Promise<readonly number[]> {
  const kernel = gram(normalMatrix(n, 2 * n));
  return repeated(async () => {
    await environment[kind](kernel);
  }, repeat);
}
