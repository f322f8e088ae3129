import type { Grid } from '../src/nn/Grid.ts';
import type { Settings } from '../src/nn/Settings.ts';

/** A network of any architecture on n samples of a grid, by the settings of a link; it has one output. */
export interface Subject {
  /** What of the settings a reader of the table wants to know. */
  readonly name: string;
  readonly n: number;
  readonly grid: Grid;
  readonly settings: Settings;
}

/** One thing whose time is measured in the worker; all sizes are counts. */
export type Task =
  /** The mean NTK of a fully connected ReLU network with one output on n rows. Weight layers include the readout. */
  | {
      readonly kind: 'ntk';
      readonly n: number;
      readonly inputs: number;
      readonly width: number;
      readonly weightLayers: number;
    }
  /** One step of full-batch gradient descent of a fully connected tanh network with one output. */
  | {
      readonly kind: 'step';
      readonly n: number;
      readonly inputs: number;
      readonly width: number;
      readonly weightLayers: number;
    }
  /** One such step of each of several networks of an arm, together as a run takes them, or one network after another. */
  | {
      readonly kind: 'teamStep' | 'separateSteps';
      readonly networks: number;
      readonly n: number;
      readonly inputs: number;
      readonly width: number;
      readonly weightLayers: number;
    }
  /** The mean NTK of any architecture, or one step of its training by full-batch gradient descent. */
  | ({ readonly kind: 'architectureNtk' | 'architectureStep' } & Subject)
  /** The infinite-width NNGP and NTK of any architecture on n samples with themselves, in float64. */
  | ({ readonly kind: 'limit' } & Subject)
  /** The symmetric eigen-decomposition of an n×n kernel in float64, with vectors or without, asked as the engine asks. */
  | { readonly kind: 'eigh' | 'eigenvalues'; readonly n: number }
  /** A yardstick: the Gram matrix of n rows in plain float64 TypeScript, on the worker's own thread. */
  | { readonly kind: 'gram'; readonly n: number; readonly inputs: number };

/** A name that a reader of the table understands: "n 256, d 784, width 1024, 3 weight layers". */
export function nameOf(task: Task): string {
  switch (task.kind) {
    case 'ntk':
    case 'step':
      return `n ${task.n}, d ${task.inputs}, width ${task.width}, ${task.weightLayers} weight layers`;
    case 'teamStep':
    case 'separateSteps':
      return `${task.networks} of width ${task.width}, n ${task.n}, d ${task.inputs}, ${task.weightLayers} weight layers, ${task.kind === 'teamStep' ? 'together' : 'one by one'}`;
    case 'architectureNtk':
    case 'architectureStep':
    case 'limit': {
      const { rows, columns, channels } = task.grid;
      const inputs = rows === 1 ? `${columns} steps of ${channels}` : `${rows}×${columns}`;
      return `${task.name}, n ${task.n}, ${inputs}`;
    }
    case 'eigh':
    case 'eigenvalues':
      return `n ${task.n}`;
    case 'gram':
      return `n ${task.n}, d ${task.inputs}`;
  }
}

/** Whether a task's time depends on the backend; the others are float64 TypeScript everywhere. */
export const needsBackend = ({ kind }: Task): boolean => onBackend.has(kind);

const onBackend: ReadonlySet<Task['kind']> = new Set([
  'ntk',
  'step',
  'teamStep',
  'separateSteps',
  'architectureNtk',
  'architectureStep',
]);

/** A task that the NumPy script knows too. */
export type YardstickTask = Exclude<Task, Subject | { readonly networks: number }>;

/** Whether NumPy can be asked for the same. */
export const hasYardstick = (task: Task): task is YardstickTask =>
  !('settings' in task || 'networks' in task);

/**
 * Floating-point operations of the matrix products that a task cannot do without (a multiply-add counts as two), or
 * undefined where products are not what it spends its time on. The NTK: forward, backward and two Gram matrices per
 * layer, less those whose answer is known (nothing before the first layer, and a readout's sensitivity is 1).
 */
export function floatOperations(task: Task): number | undefined {
  // A symmetric result is computed by half.
  if (task.kind === 'gram') return task.n * (task.n + 1) * task.inputs;
  if (task.kind !== 'ntk') return undefined;
  const { n, inputs, width, weightLayers } = task;
  const hidden = weightLayers - 1;
  const between = hidden - 1;
  const forward = n * width * (inputs + between * width + 1);
  const backward = n * width * (between * width + 1);
  const inputGrams = n ** 2 * (inputs + hidden * width);
  const sensitivityGrams = n ** 2 * hidden * width;
  return 2 * (forward + backward + inputGrams + sensitivityGrams);
}
