import type { Measurement } from './Report.ts';
import type { Suite } from './options.ts';
import { spreadOf } from './Spread.ts';
import { floatOperations, nameOf, type Task } from './Task.ts';

/** A task's measurement from the milliseconds of its repetitions. */
export function measurementOf(
  task: Task,
  times: readonly number[],
  where: Pick<Measurement, 'on' | 'device'>,
): Measurement {
  const spread = spreadOf(times);
  const operations = floatOperations(task);
  return {
    suite: suiteOf(task),
    name: `${titles[task.kind]}, ${nameOf(task)}`,
    ...where,
    ...(operations !== undefined && { gflops: operations / spread.median / 1e6 }),
    ...spread,
  };
}

/** The part of the benchmark that a task belongs to. */
export const suiteOf = ({ kind }: Task): Suite => suites[kind];

const suites: Readonly<Record<Task['kind'], Suite>> = {
  ntk: 'ntk',
  step: 'step',
  teamStep: 'networks',
  separateSteps: 'networks',
  architectureNtk: 'architectures',
  architectureStep: 'architectures',
  limit: 'limit',
  eigh: 'eigh',
  eigenvalues: 'eigh',
  gram: 'gram',
};

const titles: Readonly<Record<Task['kind'], string>> = {
  ntk: 'NTK',
  step: 'Training step',
  teamStep: 'Step of several networks',
  separateSteps: 'Step of several networks',
  architectureNtk: 'NTK',
  architectureStep: 'Training step',
  limit: 'Infinite width',
  eigh: 'Eigenvalues and eigenvectors',
  eigenvalues: 'Eigenvalues',
  gram: 'Gram matrix in float64',
};
