import { mapsOf, trace } from '../nn/trace.ts';
import type { Dimensions } from '../nn/partsOf.ts';
import { layerOf } from '../spec/layerOf.ts';
import type { Arm } from '../spec/resolve.ts';
import { keepsParts, keepsWeights } from './course/kept.ts';
import { outputsAtOnce } from './outputsAtOnce.ts';
import { mostAtOnce } from './sharedNtk.ts';
import { teamSize } from './teamSize.ts';

/** What decides how much memory a network takes, besides its arm. */
export interface RunSize extends Dimensions {
  /** Training and test samples. */
  readonly n: number;
  readonly nTest: number;
  readonly form: 'mean' | 'full';
}

/** Bytes that one network takes on the backend. */
export interface MemoryNeed {
  /** As long as it lives: its weights, now and where they are kept at the start, a copy that WASM keeps of them, sorted for products, one in its team's stack if it is in one, and what the optimizer remembers. */
  readonly resident: number;
  /** While its kernel is measured or a step is taken, whichever is more. */
  readonly working: number;
  /** The largest single array. */
  readonly largest: number;
}

/** The memory that one of `seeds` networks of `arm` needs. An upper estimate: what is disposed of on the way counts as held. */
export function memoryNeed(arm: Arm, size: RunSize, seeds = 1): MemoryNeed {
  const { n, nTest, inputs, outputs, form } = size;
  const layer = layerOf(arm, size);
  const values = trace(layer, inputs);
  const maps = mapsOf(values);
  const rows = n + nTest;
  const arrays = layer.shapes.map(({ shape }) => shape.reduce((a, b) => a * b, 1));
  const weights = total(arrays);
  const sizes = values.map(({ positions, features }) => positions * features);
  const widest = Math.max(...sizes);

  // What every operation leaves behind; the tape adds transposed copies.
  const activations = rows * total(sizes.slice(1)) + 2 * rows * widest;
  const atOnce = outputsAtOnce({ outputs, form }, rows, widest);
  // A sensitivity, the same scaled, transposed, and sorted for the product, and what comes out.
  const sensitivities = 5 * atOnce * rows * widest;
  const kernel = form === 'full' ? rows * n * outputs ** 2 : rows * n;
  const kernels = 5 * kernel;
  // Maps that are shared keep what they need of each sample, in pieces.
  const uses = new Map<number, number>();
  for (const { weight, positions } of maps) uses.set(weight, (uses.get(weight) ?? 0) + positions);
  const shared = maps.filter(({ weight }) => (uses.get(weight) ?? 1) > 1);
  const kept = maps
    .filter(({ weight, positions }) => uses.get(weight) !== positions)
    .map(({ positions, fanIn, fanOut }) => 2 * positions * (fanIn + atOnce * fanOut));
  const pieces = shared.map(({ fanIn, fanOut }) =>
    // Gradients of one input's weights, of all samples, are the smallest piece.
    Math.min(rows * fanIn * fanOut * atOnce, Math.max(mostAtOnce, rows * fanOut * atOnce)),
  );
  // Beside each piece its transpose, a copy sorted for the product, and inputs and sensitivities by sample.
  const bySample = shared.map(
    ({ weight, fanIn, fanOut }) => 2 * (uses.get(weight) ?? 1) * (fanIn + atOnce * fanOut),
  );
  const gradients = rows * (total(kept) + Math.max(0, ...bySample)) + 4 * Math.max(0, ...pieces);
  const remembered = arm.optimizer.entry.memory * weights;
  // A team takes its steps as one, and has its networks by themselves when they are measured.
  const together = Math.min(seeds, teamSize(layer, n, inputs));
  const weightCopies = together > 1 ? 3 : 2;
  // Gradients, new weights and new memory beside the old.
  const step =
    together * (activations + 2 * weights + remembered + onTheWay(arm) * Math.max(...arrays));
  // What movement is measured against: weights of the start, if they are kept, and the parts of the kernel.
  const matrices = [
    ...new Map(maps.map(({ weight, fanIn, fanOut }) => [weight, fanIn * fanOut])).values(),
  ];
  const start = keepsWeights(total(matrices)) ? total(matrices) : 0;
  const rowsOfKernel = form === 'full' ? n * outputs : n;
  const parts = keepsParts(matrices.length, rowsOfKernel) ? matrices.length * rowsOfKernel ** 2 : 0;
  // An array, as it was where that is drawn anew, their difference, and its size.
  const distances = 4 * Math.max(...matrices);

  const largest = Math.max(...arrays, atOnce * rows * widest, kernel, ...pieces);
  return {
    resident: float * (weightCopies * weights + remembered + start + parts),
    working:
      float *
      Math.max(
        activations + sensitivities + kernels + gradients + parts,
        step,
        activations + distances,
      ),
    largest: float * largest,
  };
}

/** Arrays that an update makes for one array of weights before it is done: of all rules, Adam makes the most. */
const onTheWay = ({ optimizer }: Arm): number => (optimizer.entry.memory > 0 ? 14 : 3);

const float = 4;

const total = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0);
