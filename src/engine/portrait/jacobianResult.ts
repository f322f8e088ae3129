import { isometry } from '../../math/isometry.ts';
import { matrix } from '../../math/matrix.ts';
import { stagesOf } from '../../nn/stagesOf.ts';
import { still } from '../../nn/tangentOps.ts';
import { trace } from '../../nn/trace.ts';
import type { JacobianResult } from '../../spec/Result.ts';
import type { Run, RunArm } from '../Run.ts';
import { jacobians, jacobiansCost, numbersOf, type Jacobians, type Place } from './jacobians.ts';
import { jacobianTheory } from './jacobianTheory.ts';
import type { NetworkAtStart } from './networkAtStart.ts';

/** Multiplications that all Jacobians of a network may take together. */
const most = 8e9;

/** The training sample at which Jacobians are taken. */
const sample = 0;

/**
 * Singular values of a network's Jacobians at the start, in float64 and at the first training sample: of its hidden layers and
 * outputs by the inputs, and of its hidden layers by the first of them. In a fully connected network the latter are
 * ∂h_l/∂h_1 = Π D_k W_k over the layers k = 2 … l, from what follows one activation to what follows another.
 */
export async function jacobianResult(
  run: Run,
  { arm, layer }: RunArm,
  { ref, parameters }: NetworkAtStart,
): Promise<JacobianResult> {
  const inputs = run.samples.x.cols;
  const x = run.samples.x.data.slice(sample * inputs, (sample + 1) * inputs);
  const steps = trace(layer, inputs);
  const network = { steps, parameters: parameters.map(still), x: matrix(1, inputs, x) };
  const hidden = stagesOf(steps);
  const [first] = hidden;
  const places: readonly Place[] = [
    ...hidden.map((stage, k) => ({ ...stage, depth: k + 1 })),
    { ...steps.at(-1)!, at: steps.length - 1, label: 'outputs', depth: hidden.length },
  ];
  const later: readonly Place[] = hidden.flatMap((stage, k) =>
    first && k > 0 && numbersOf(stage) === numbersOf(first) ? [{ ...stage, depth: k }] : [],
  );
  let spent = 0;
  const affordable = async (from: number, wanted: readonly Place[]): Promise<Jacobians> => {
    spent += jacobiansCost(steps, from, wanted);
    if (spent > most) return { stages: [], unknown: tooMany(numbersOf(steps[from]!), spent) };
    return jacobians(run, network, from, wanted);
  };
  const fromInputs = await affordable(0, places);
  const fromFirst = await affordable(first?.at ?? 0, later);
  const unknown = fromInputs.unknown ?? fromFirst.unknown;
  const deepest = fromFirst.stages.at(-1) ?? fromInputs.stages[hidden.length - 1];
  return {
    kind: 'jacobian',
    ...ref,
    sample,
    hidden: fromFirst.stages,
    fromInputs: fromInputs.stages,
    isometry: deepest ? isometry(deepest.singular) : NaN,
    theory: jacobianTheory(run, arm, x, fromFirst.stages.length),
    ...(unknown !== undefined && { unknown }),
  };
}

const tooMany = (count: number, cost: number): string =>
  `Derivatives by ${count} numbers and their singular values would take ${billions(cost)} multiplications in all; it may be ${billions(most)}. Fewer units or layers would do.`;

const billions = (count: number): string => `${(count / 1e9).toPrecision(2)} billion`;
