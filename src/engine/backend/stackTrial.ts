import * as tf from '@tensorflow/tfjs-core';
import { product, transpose } from '../../math/matrix.ts';
import { largest } from './largest.ts';
import type { Trial } from './Trial.ts';
import { uniforms } from './uniforms.ts';

/** What networks that train together are made of; in WASM our own, since that of tfjs 4.22 is slow. */
export function stackTrial(): Trial {
  const [networks, n, d, width] = [3, 6, 5, 33];
  const x = uniforms('stack x', n, d);
  const places = Array.from({ length: networks }, (_, place) => ({
    v: uniforms(`stack v ${place}`, d, width),
    w: uniforms(`stack w ${place}`, width, 1),
    r: uniforms(`stack r ${place}`, n, 1),
  }));
  const want = places.flatMap(({ w, r }) => [
    ...product(transpose(x), product(r, transpose(w))).data,
  ]);
  const stacked = (array: 'v' | 'w' | 'r', rows: number, cols: number): tf.Tensor3D =>
    tf.tensor3d(Float32Array.from(places.flatMap((place) => [...place[array].data])), [
      networks,
      rows,
      cols,
    ]);
  return {
    name: 'gradients of three networks at once',
    bound: 1e-5,
    run: (machine) =>
      tf.tidy(() =>
        machine.stackGradient(
          tf.tensor3d(Float32Array.from(x.data), [1, n, d]),
          stacked('v', d, width),
          stacked('w', width, 1),
          stacked('r', n, 1),
        ),
      ),
    error: (got) =>
      got.length === want.length
        ? largest(want, (value, i) => Math.abs(got[i]! - value)) / largest(want, Math.abs)
        : Infinity,
  };
}
