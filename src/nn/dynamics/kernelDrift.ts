import { add, frobenius, scaled, subtract, type Matrix } from '../../math/matrix.ts';
import { firstMove } from '../firstMove.ts';
import { ntk64 } from '../ntk64.ts';
import { tangent64 } from '../tangent64.ts';
import { mapsOf, type Instruction } from '../trace.ts';

/** A network, its samples and what training makes small. */
export interface Drifting {
  readonly steps: readonly Instruction[];
  /** In the order of `draw`. */
  readonly parameters: readonly Matrix[];
  /** n×d. */
  readonly x: Matrix;
  /** The derivative of the loss by the outputs, n×K, given them. */
  readonly slope: (f: Matrix) => Matrix;
  /** The kernel of all K×K blocks, or the mean of the diagonal ones. */
  readonly full: boolean;
}

/**
 * ‖∂_tΘ‖_F/‖Θ‖_F per unit of ηt as gradient flow sets out: ∂_tΘ = −Σ_β Θ³(·, ·, β) ∂L/∂f_β with the third kernel of the neural
 * tangent hierarchy (Huang & Yau, 2020), which is the derivative of Θ along −∇L; here by a central difference in float64. 0 where
 * nothing moves.
 */
export function kernelDrift({ steps, parameters, x, slope, full }: Drifting): number {
  const tangent = tangent64(steps, parameters, x);
  const moves = firstMove(tangent, slope(tangent.outputs));
  const size = frobenius(ntk64(tangent, full));
  // A map's pre-activations move by no more than this, relative to what comes in.
  const fastest = Math.max(
    0,
    ...mapsOf(steps).map(({ weight, bias, weightScale, biasScale }) =>
      Math.max(
        weightScale * normOf(moves.get(weight)),
        biasScale * (bias === undefined ? 0 : normOf(moves.get(bias))),
      ),
    ),
  );
  if (fastest === 0 || size === 0) return 0;
  const far = share / fastest;
  const at = (by: number): Matrix => {
    const there = parameters.map((array, place) => {
      const move = moves.get(place);
      return move ? add(array, scaled(move, by)) : array;
    });
    return ntk64(tangent64(steps, there, x), full);
  };
  return frobenius(subtract(at(far), at(-far))) / (2 * far * size);
}

/** Small enough that the square of it is lost beside one part in 10⁷, large enough that rounding is, too. */
const share = 1e-4;

const normOf = (move: Matrix | undefined): number => (move ? frobenius(move) : 0);

/** Multiplications that `kernelDrift` takes, about, on n samples and with K outputs. */
export function driftCost(steps: readonly Instruction[], n: number, outputs: number): number {
  const maps = mapsOf(steps);
  const counts = new Map<number, number>();
  for (const { weight, positions } of maps)
    counts.set(weight, (counts.get(weight) ?? 0) + positions);
  let each = 0;
  for (const { weight, positions, fanIn, fanOut } of maps) {
    const uses = counts.get(weight) ?? 1;
    // Forward, then back for every output; then Gram matrices of inputs and sensitivities, or of whole gradients.
    each += (1 + outputs) * n * positions * fanIn * fanOut;
    each +=
      uses === 1
        ? (n * n * (fanIn + outputs * fanOut)) / 2
        : outputs * n * positions * fanIn * fanOut +
          (outputs * n * n * fanIn * fanOut * positions) / (2 * uses);
  }
  return 3 * each;
}
