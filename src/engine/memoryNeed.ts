import type { Arm } from '../spec/resolve.ts';
import { outputsAtOnce } from './empiricalNtk.ts';

/** What decides how much memory a network takes, besides its arm. */
export interface RunSize {
  /** Training and test samples. */
  readonly n: number;
  readonly nTest: number;
  /** Widths of x and of y. */
  readonly inputs: number;
  readonly outputs: number;
  readonly form: 'mean' | 'full';
}

/** Bytes that one network takes on the backend. */
export interface MemoryNeed {
  /** As long as it lives: its weights, and a copy that WASM keeps of them, sorted for products. */
  readonly resident: number;
  /** While its kernel is measured or a step is taken, whichever is more. */
  readonly working: number;
  /** The largest single array. */
  readonly largest: number;
}

/** The memory that one network of `arm` needs. An upper estimate: what is disposed of on the way counts as held. */
export function memoryNeed({ architecture }: Arm, size: RunSize): MemoryNeed {
  const { n, nTest, inputs, outputs, form } = size;
  const maps = architecture.entry.widths(architecture.settings, inputs, outputs);
  const rows = n + nTest;
  const weights = total(maps.map(([fanIn, fanOut]) => (fanIn + 1) * fanOut));
  const widest = Math.max(...maps.flat());

  // Every affine map leaves its result and what the activation makes of it; the tape adds transposed copies.
  const activations = 2 * rows * total(maps.map(([, fanOut]) => fanOut)) + 2 * rows * widest;
  const atOnce = outputsAtOnce({ outputs, form }, rows, widest);
  // A sensitivity, the same scaled, transposed, and sorted for the product, and what comes out.
  const sensitivities = 5 * atOnce * rows * widest;
  const kernel = form === 'full' ? rows * n * outputs ** 2 : rows * n;
  const kernels = 5 * kernel;
  // Gradients and new weights beside the old.
  const step = 2 * weights;

  const largest = Math.max(
    ...maps.map(([fanIn, fanOut]) => fanIn * fanOut),
    atOnce * rows * widest,
    kernel,
  );
  return {
    resident: float * 2 * weights,
    working: float * (activations + Math.max(sensitivities + kernels, step)),
    largest: float * largest,
  };
}

const float = 4;

const total = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0);
