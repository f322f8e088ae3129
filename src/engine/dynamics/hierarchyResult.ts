import { driftCost, kernelDrift } from '../../nn/dynamics/kernelDrift.ts';
import { lossGradient, lossOf } from '../../nn/dynamics/losses.ts';
import { asMatrix } from '../../nn/matrixOps.ts';
import { trace } from '../../nn/trace.ts';
import type { HierarchyResult } from '../../spec/Result.ts';
import type { NetworkAtStart } from '../portrait/networkAtStart.ts';
import type { Run, RunArm } from '../Run.ts';

/** Multiplications that may be spent, without a pause: a tenth of a second. */
const most = 5e7;

/** What the neural tangent hierarchy says of the kernel's first move under gradient flow on the arm's loss, or why it does not. */
export function hierarchyResult(
  { samples, form }: Pick<Run, 'samples' | 'form'>,
  { arm, layer }: Pick<RunArm, 'arm' | 'layer'>,
  { ref, parameters }: NetworkAtStart,
): HierarchyResult {
  const { x, y } = samples;
  const unknown = (why: string): HierarchyResult => ({ kind: 'hierarchy', ...ref, unknown: why });
  if (arm.mirrored) return unknown(cancels);
  const steps = trace(layer, x.cols);
  if (steps.some(({ op }) => jumping.has(op))) return unknown(jumps);
  const cost = driftCost(steps, x.rows, y.cols);
  if (cost > most) {
    const weights = parameters.reduce((sum, { values }) => sum + values.length, 0);
    return unknown(tooMany(weights, x.rows, cost));
  }
  const loss = lossOf(arm.loss);
  const rate = kernelDrift({
    steps,
    parameters: parameters.map(asMatrix),
    x,
    slope: (f) => lossGradient(loss, f, y),
    full: form === 'full',
  });
  return Number.isFinite(rate) ? { kind: 'hierarchy', ...ref, rate } : unknown(overflows);
}

/** Operations whose second derivative is not a function. */
const jumping: ReadonlySet<string> = new Set(['relu', 'leakyRelu', 'step']);

const jumps =
  'The kernel jumps wherever a unit passes its kink, so that it has no derivative: the hierarchy is of smooth activations.';

const cancels =
  'The two copies of a mirrored network set out against each other, so that the first moves of their kernels cancel.';

const overflows = 'The kernel’s derivative leaves float64.';

const tooMany = (weights: number, samples: number, cost: number): string =>
  `In float64 the derivative of a kernel of ${samples} samples and ${weights} weights takes ${Math.round(cost / 1e6)} million multiplications, more than ${most / 1e6}: choose a smaller width or fewer samples.`;
