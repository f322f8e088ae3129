import type { Task } from './Task.ts';

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

const spectra = (...sizes: readonly number[]): readonly Task[] => [
  ...sizes.map((n): Task => ({ kind: 'eigh', n })),
  ...sizes.map((n): Task => ({ kind: 'eigenvalues', n })),
];

/** What is measured. Of (256, 784, 1024) also with three hidden layers, since "three layers" may mean either. */
export const tasks: readonly Task[] = [
  ntk(64, 64, 256, 3),
  ntk(128, 64, 512, 3),
  ntk(128, 784, 1024, 5),
  ntk(256, 784, 1024, 3),
  ntk(256, 784, 1024, 4),
  ntk(512, 784, 512, 3),
  step(64, 64, 256, 4),
  ...spectra(64, 128, 256, 512),
  { kind: 'gram', n: 256, inputs: 1024 },
];

/** The same kinds at sizes that a software GPU or a hurried reader can bear. */
export const quickTasks: readonly Task[] = [
  ntk(64, 64, 256, 3),
  step(64, 64, 256, 4),
  ...spectra(64, 128),
  { kind: 'gram', n: 64, inputs: 256 },
];
