import type { Grid } from '../src/nn/Grid.ts';
import type { Settings } from '../src/nn/Settings.ts';
import type { Subject, Task } from './Task.ts';

const ntk = (n: number, inputs: number, width: number, weightLayers: number): Task => ({
  kind: 'ntk',
  n,
  inputs,
  width,
  weightLayers,
});

const step = (n: number, inputs: number, width: number, weightLayers: number): Task => ({
  kind: 'step',
  n,
  inputs,
  width,
  weightLayers,
});

/** A step of several networks, together and one by one. */
const networks = (count: number, width: number): readonly Task[] =>
  (['teamStep', 'separateSteps'] as const).map((kind): Task => ({
    kind,
    networks: count,
    n: 64,
    inputs: 64,
    width,
    weightLayers: 4,
  }));

const spectra = (...sizes: readonly number[]): readonly Task[] => [
  ...sizes.map((n): Task => ({ kind: 'eigh', n })),
  ...sizes.map((n): Task => ({ kind: 'eigenvalues', n })),
];

const square = (side: number): Grid => ({ rows: side, columns: side, channels: 1 });

const relu: Settings = { act: 'relu', sw2: 2 };

/** Four convolutions, or a first one and two blocks of two. */
const convolutions = (n: number, side: number): Subject => ({
  name: 'CNN, 4 convolutions of 16 channels',
  n,
  grid: square(side),
  settings: { ...relu, net: 'conv', 'net.width': 16, 'net.depth': 4 },
});

const convolutionalResidual = (n: number, side: number): Subject => ({
  name: 'convolutional ResNet, 2 blocks of 16 channels',
  n,
  grid: square(side),
  settings: { ...relu, net: 'convres', 'net.width': 16, 'net.depth': 2 },
});

const denseResidual: Subject = {
  name: 'ResNTK, 4 blocks of width 256',
  n: 64,
  grid: square(8),
  settings: { ...relu, net: 'resntk', 'net.width': 256, 'net.depth': 4 },
};

const recurrent: Subject = {
  name: 'RNN of 64 units',
  n: 64,
  grid: { rows: 1, columns: 16, channels: 4 },
  settings: { ...relu, net: 'rnn', 'net.width': 64 },
};

const trained = (...subjects: readonly Subject[]): readonly Task[] =>
  (['architectureNtk', 'architectureStep'] as const).flatMap((kind) =>
    subjects.map((subject): Task => ({ kind, ...subject })),
  );

const limits = (n: number, side: number): readonly Task[] =>
  (['flatten', 'gap'] as const).map((pool): Task => ({
    kind: 'limit',
    name: `CNTK, 4 convolutions, ${pool}`,
    n,
    grid: square(side),
    settings: { ...relu, net: 'conv', 'net.depth': 4, 'net.pool': pool },
  }));

/** What is measured. Of (256, 784, 1024) also with three hidden layers, since "three layers" may mean either. */
export const tasks: readonly Task[] = [
  ntk(64, 64, 256, 3),
  ntk(128, 64, 512, 3),
  ntk(128, 784, 1024, 5),
  ntk(256, 784, 1024, 3),
  ntk(256, 784, 1024, 4),
  ntk(512, 784, 512, 3),
  step(64, 64, 256, 4),
  ...[32, 192].flatMap((width) => [1, 4, 16, 64].flatMap((count) => networks(count, width))),
  ...spectra(64, 128, 256, 512),
  { kind: 'gram', n: 256, inputs: 1024 },
  ...trained(
    convolutions(64, 8),
    convolutions(64, 16),
    convolutionalResidual(64, 8),
    denseResidual,
    recurrent,
  ),
  ...limits(64, 8),
  ...limits(64, 16),
];

/** The same kinds at sizes that a software GPU or a hurried reader can bear. */
export const quickTasks: readonly Task[] = [
  ntk(64, 64, 256, 3),
  step(64, 64, 256, 4),
  ...[1, 4, 16].flatMap((count) => networks(count, 32)),
  ...spectra(64, 128),
  { kind: 'gram', n: 64, inputs: 256 },
  ...trained(convolutions(16, 8), convolutionalResidual(16, 8), denseResidual, recurrent),
  ...limits(16, 8),
];
