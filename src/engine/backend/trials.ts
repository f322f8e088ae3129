import * as tf from '@tensorflow/tfjs-core';
import { erf } from '../../math/erf.ts';
import { gram, product, transpose, type Matrix } from '../../math/matrix.ts';
import { largest } from './largest.ts';
import type { Machine } from './Machine.ts';
import { patchesTrial } from './patchesTrial.ts';
import { stackTrial } from './stackTrial.ts';
import type { Trial } from './Trial.ts';
import { uniforms } from './uniforms.ts';

/** All of them; computing the float64 side takes some milliseconds, so they are made when asked for. */
export const trials = (): readonly Trial[] => [
  gramTrial(),
  affineGradientTrial(),
  entrywiseTrial('tanh near 0', Math.tanh, (machine, x) => machine.tanh(x)),
  entrywiseTrial('erf near 0', erf, (machine, x) => machine.erf(x)),
  entrywiseTrial('sin near 0', Math.sin, (machine, x) => machine.sin(x)),
  sumTrial(),
  patchesTrial(),
  stackTrial(),
];

/** The NTK's own shape: WebGPU in tfjs 4.22 gets it wrong with its default program. */
function gramTrial(): Trial {
  const u = uniforms('gram', 32, 4096);
  const want = gram(u).data;
  return {
    name: 'Gram matrix 32×4096',
    bound: 1e-5,
    run: (machine) => withTensors([u], ([a]) => machine.gram(a)),
    error: (got) => relativeToLargest(got, want),
  };
}

/** Likewise wrong in WebGPU by default. */
function affineGradientTrial(): Trial {
  const x = uniforms('x', 36, 36);
  const v = uniforms('v', 36, 36);
  const w = uniforms('w', 36, 2048);
  const r = uniforms('r', 36, 2048);
  const want = product(transpose(x), product(r, transpose(w))).data;
  return {
    name: 'affine gradient at width 2048',
    bound: 1e-5,
    run: (machine) =>
      withTensors([x, v, w, r], ([a, b, c, d]) => machine.affineGradient(a, b, c, d)),
    error: (got) => relativeToLargest(got, want),
  };
}

/** Graphics devices lose all digits of tanh, erf and sine near 0 in tfjs 4.22, and WASM those of sine. */
function entrywiseTrial(
  name: string,
  f: (x: number) => number,
  run: (machine: Machine, x: tf.Tensor) => tf.Tensor,
): Trial {
  const sizes = [1e-6, 1e-4, 1e-3, 1e-2, 0.1, 0.5, 0.7, 0.99, 1.01, 2, 5, 20];
  const points = Float32Array.from(sizes.flatMap((size) => [-size, size]));
  return {
    name,
    bound: 1e-6,
    run: (machine) => tf.tidy(() => run(machine, tf.tensor1d(points))),
    error: (got) => largest(points, (x, i) => Math.abs(got[i]! / f(x) - 1)),
  };
}

function sumTrial(): Trial {
  const values = Float32Array.from(uniforms('sum', 1, 65_536).data, (x) => x + 0.5);
  const want = values.reduce((sum, x) => sum + x, 0);
  return {
    name: 'sum of 65,536',
    bound: 1e-4,
    run: (machine) => tf.tidy(() => machine.sum(tf.tensor1d(values))),
    error: ([got = NaN]) => Math.abs(got / want - 1),
  };
}

/** Runs `f` on matrices brought to the backend, and takes them away again. */
function withTensors<const M extends readonly Matrix[]>(
  matrices: M,
  f: (tensors: { readonly [P in keyof M]: tf.Tensor2D }) => tf.Tensor,
): tf.Tensor {
  return tf.tidy(() => {
    const tensors = matrices.map(({ rows, cols, data }) =>
      tf.tensor2d(Float32Array.from(data), [rows, cols]),
    );
    return f(tensors as unknown as { readonly [P in keyof M]: tf.Tensor2D });
  });
}

const relativeToLargest = (got: Float32Array, want: Float64Array): number =>
  got.length === want.length
    ? largest(want, (x, i) => Math.abs(got[i]! - x)) / largest(want, Math.abs)
    : Infinity;
