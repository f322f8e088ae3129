import { empiricalNtk } from '../../src/engine/empiricalNtk.ts';
import type { Environment } from '../../src/engine/Environment.ts';
import { joinTeams } from '../../src/engine/joinTeams.ts';
import { teamSize } from '../../src/engine/teamSize.ts';
import { trainer, uploadBatch } from '../../src/engine/training.ts';
import { gram } from '../../src/math/matrix.ts';
import { positionsOf, type Grid } from '../../src/nn/Grid.ts';
import { infiniteKernel } from '../../src/nn/infiniteKernel.ts';
import type { Settings } from '../../src/nn/Settings.ts';
import type { Subject, Task } from '../Task.ts';
import { repeated } from './repeated.ts';
import { layerFor, networkFor, normalMatrix, normalSamples } from './subjects.ts';

type Sample = Omit<Subject, 'name'>;

type TaskOf<Kind extends Task['kind']> = Extract<Task, { kind: Kind }>;

/** Milliseconds of each repetition of a task, on the backend that has been started. */
export function measure(
  task: Task,
  repeat: number,
  environment: Environment,
): Promise<readonly number[]> {
  switch (task.kind) {
    case 'ntk':
      return ntk(perceptron(task, { act: 'relu', sw2: 2 }), repeat);
    case 'step':
      return step(perceptron(task, { act: 'tanh' }), repeat);
    case 'teamStep':
    case 'separateSteps':
      return steps(task, repeat);
    case 'architectureNtk':
      return ntk(task, repeat);
    case 'architectureStep':
      return step(task, repeat);
    case 'limit':
      return limit(task, repeat);
    case 'eigh':
    case 'eigenvalues':
      return spectrum(task, repeat, environment);
    case 'gram': {
      const rows = normalMatrix(task.n, task.inputs);
      return repeated(() => void gram(rows), repeat);
    }
  }
}

function perceptron(
  { n, inputs, width, weightLayers }: Omit<TaskOf<'ntk' | 'step'>, 'kind'>,
  settings: Settings,
): Sample {
  const grid = { rows: 1, columns: inputs, channels: 1 };
  const sizes = { 'net.width': width, 'net.depth': weightLayers - 1 };
  return { n, grid, settings: { ...settings, ...sizes } };
}

/** From rows and weights on the backend to a float64 matrix in memory, as each kernel on the page is made. */
async function ntk({ n, grid, settings }: Sample, repeat: number): Promise<readonly number[]> {
  const inputs = inputsOf(grid);
  const batch = uploadBatch(normalSamples(n, inputs));
  const network = networkFor(settings, inputs, grid);
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
async function step({ n, grid, settings }: Sample, repeat: number): Promise<readonly number[]> {
  const inputs = inputsOf(grid);
  const batch = uploadBatch(normalSamples(n, inputs));
  const training = trainer(networkFor(settings, inputs, grid), batch);
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

/** The mean of 20 steps of every network, in teams as a run forms them or by themselves; they end with all outputs in memory. */
async function steps(
  task: TaskOf<'teamStep' | 'separateSteps'>,
  repeat: number,
): Promise<readonly number[]> {
  const { n, grid, settings } = perceptron(task, { act: 'tanh' });
  const inputs = inputsOf(grid);
  const batch = uploadBatch(normalSamples(n, inputs));
  const members = Array.from({ length: task.networks }, (_, place) =>
    trainer(networkFor(settings, inputs, grid, place), batch),
  );
  if (task.kind === 'teamStep') joinTeams(members, teamSize(layerFor(settings, inputs), n, inputs));
  try {
    const times = await repeated(async () => {
      const to = members[0]!.step() + stepsAtOnce;
      for (const member of members) {
        if (member.step() === to) continue;
        const { team } = member.seat();
        if (team) {
          await team.advance(
            to,
            () => 1e-3,
            () => false,
            true,
          );
        } else {
          await member.advance(to, 1e-3, () => false);
          await member.outputs();
        }
      }
    }, repeat);
    return times.map((ms) => ms / stepsAtOnce);
  } finally {
    for (const held of [...members, batch]) held.dispose();
  }
}

/** Both kernels in memory from samples in memory. */
function limit({ n, grid, settings }: Sample, repeat: number): Promise<readonly number[]> {
  const inputs = inputsOf(grid);
  const x = normalMatrix(n, inputs);
  const layer = layerFor(settings, inputs, grid);
  return repeated(() => void infiniteKernel(layer, x, x), repeat);
}

const inputsOf = (grid: Grid): number => positionsOf(grid) * grid.channels;

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
