import { matrix, type Matrix } from '../../math/matrix.ts';
import { singularValuesCost } from '../../math/singularValues.ts';
import { replay } from '../../nn/replay.ts';
import type { Stage } from '../../nn/stagesOf.ts';
import { moving, tangentOps, type Tangent } from '../../nn/tangentOps.ts';
import type { Instruction } from '../../nn/trace.ts';
import type { JacobianStage } from '../../spec/Result.ts';
import type { Run } from '../Run.ts';

/** A place whose derivatives are wanted, `depth` hidden layers behind what they are by. */
export interface Place extends Stage {
  readonly depth: number;
}

/** A network that has been traced, at one sample x (1×d). */
export interface Traced {
  readonly steps: readonly Instruction[];
  readonly parameters: readonly Tangent[];
  readonly x: Matrix;
}

/** Jacobians by places, in order; `unknown` says why they end before the last. */
export interface Jacobians {
  readonly stages: readonly JacobianStage[];
  readonly unknown?: string;
}

/** The singular values of the derivatives of `places`, in order, by the numbers at instruction `from`. */
export async function jacobians(
  run: Pick<Run, 'environment' | 'breathe'>,
  { steps, parameters, x }: Traced,
  from: number,
  places: readonly Place[],
): Promise<Jacobians> {
  const stages: JacobianStage[] = [];
  if (places.length === 0) return { stages };
  const columns = numbersOf(steps[from]!);
  const byItself = (at: number, tangent: Tangent): Tangent =>
    at === from ? moving(tangent.value) : tangent;
  const results = replay(tangentOps, steps, parameters, { value: x }, byItself);
  for (const { at, value: tangent } of results) {
    if (steps[at]!.map) await run.breathe();
    const place = places.find((candidate) => candidate.at === at);
    if (!place) continue;
    const rows = numbersOf(place);
    // Transposed: a row for each number that is moved.
    const slopes = matrix(columns, rows, tangent.slopes?.data ?? new Float64Array(columns * rows));
    if (!slopes.data.every(Number.isFinite)) return { stages, unknown: beyond(place.label) };
    const { value: singular } = await run.environment.singularValues(slopes);
    stages.push({ label: place.label, depth: place.depth, rows, columns, singular });
    if (stages.length === places.length) break;
  }
  return { stages };
}

/** About the multiplications that this takes. */
export function jacobiansCost(
  steps: readonly Instruction[],
  from: number,
  places: readonly Place[],
): number {
  const last = places.at(-1)?.at ?? -1;
  const columns = numbersOf(steps[from]!);
  const moves: boolean[] = [];
  let cost = 0;
  steps.slice(0, last + 1).forEach((step, at) => {
    const [source = 0] = step.of;
    moves.push(at === from || step.of.some((place) => moves[place]));
    if (step.map && moves[source]) cost += columns * steps[source]!.features * numbersOf(step);
  });
  return places.reduce((sum, place) => sum + singularValuesCost(numbersOf(place), columns), cost);
}

/** How many numbers one sample is at a place. */
export const numbersOf = ({
  positions,
  features,
}: Pick<Instruction, 'positions' | 'features'>): number => positions * features;

const beyond = (label: string): string => `From ${label} on, derivatives are beyond float64.`;
