import { eigenvalues } from '../../math/eigh.ts';
import { gram, matrix, scaled, transpose, type Matrix } from '../../math/matrix.ts';
import type { Samples } from '../../nn/Dataset.ts';
import { asMatrix, matrixOps } from '../../nn/matrixOps.ts';
import { mapsOf, trace } from '../../nn/trace.ts';
import { layerOf, weightStream } from '../../spec/layerOf.ts';
import type { Arm } from '../../spec/resolve.ts';
import type { CurvatureResult } from '../../spec/Result.ts';

const step = 1e-3;

/**
 * The curvature of the loss (1/2n)Σ‖f − y‖² of an arm's network, from differences of its outputs alone: for a few weights, since
 * all pairs of them are taken. Fully connected networks without biases.
 */
export function smallCurvature(arm: Arm, { x, y }: Samples, seed: number): CurvatureResult {
  const layer = layerOf(arm, { inputs: x.cols, outputs: y.cols });
  const drawn = layer.draw(weightStream(seed, 0)).map(asMatrix);
  const maps = mapsOf(trace(layer, x.cols));
  const outputsAt = (moves: readonly (readonly [place: number, entry: number, by: number])[]) => {
    const moved = drawn.map((parameter) =>
      matrix(parameter.rows, parameter.cols, parameter.data.slice()),
    );
    for (const [place, entry, by] of moves) moved[place]!.data[entry]! += by;
    let next = 0;
    return layer.apply(matrixOps, () => moved[next++]!, x).data;
  };
  const loss = (f: Float64Array): number =>
    f.reduce((sum, value, k) => sum + (value - y.data[k]!) ** 2, 0) / (2 * x.rows);
  const curvatureOf = (weights: readonly (readonly [place: number, entry: number])[]) => {
    const p = weights.length;
    const hessian = matrix(p, p);
    const jacobian = matrix(p, y.data.length);
    weights.forEach(([place, entry], i) => {
      const [up, down] = [step, -step].map((by) => outputsAt([[place, entry, by]]));
      jacobian.data.set(
        up!.map((value, k) => (value - down![k]!) / (2 * step)),
        i * y.data.length,
      );
      for (let j = 0; j <= i; j++) {
        const [other, at] = weights[j]!;
        const corner = (a: number, b: number): number =>
          loss(
            outputsAt([
              [place, entry, a * step],
              [other, at, b * step],
            ]),
          );
        const second =
          (corner(1, 1) - corner(1, -1) - corner(-1, 1) + corner(-1, -1)) / (4 * step * step);
        hessian.data[i * p + j] = hessian.data[j * p + i] = second;
      }
    });
    return {
      hessian: largest(hessian),
      gaussNewton: largest(scaled(gram(transpose(jacobian)), 1 / x.rows)),
    };
  };
  const entriesOf = (place: number) =>
    Array.from(drawn[place]!.data.keys()).map((entry) => [place, entry] as const);
  const places = maps.map(({ weight }) => weight);
  return {
    kind: 'curvature',
    arm: arm.label,
    seed: 0,
    layers: places.map((place, k) => ({
      label: k === places.length - 1 ? 'readout' : `dense ${k + 1}`,
      ...curvatureOf(entriesOf(place)),
    })),
    whole: curvatureOf(places.flatMap(entriesOf)),
  };
}

const largest = (symmetric: Matrix): number => {
  const all = eigenvalues(symmetric);
  return Math.max(Math.abs(all[0]!), Math.abs(all.at(-1)!));
};
