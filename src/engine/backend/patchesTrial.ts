import * as tf from '@tensorflow/tfjs-core';
import { largest } from './largest.ts';
import type { Trial } from './Trial.ts';
import { uniforms } from './uniforms.ts';

/** What convolutions are made of; concatenating eight tensors and more needs more buffers than WebGPU gives by default. */
export function patchesTrial(): Trial {
  const [n, side, channels] = [2, 5, 3];
  const values = Float32Array.from(uniforms('patches', n, side * side * channels).data);
  const want = neighbourhoods(values, n, side, channels);
  return {
    name: 'patches 3×3',
    bound: 0,
    run: (machine) =>
      tf.tidy(() => machine.patches(tf.tensor4d(values, [n, side, side, channels]))),
    error: (got) =>
      got.length === want.length ? largest(want, (x, i) => Math.abs(got[i]! - x)) : Infinity,
  };
}

/** Entry by entry what `Machine.patches` should give. */
function neighbourhoods(x: Float32Array, n: number, side: number, channels: number): number[] {
  const at = (i: number, row: number, column: number, channel: number): number =>
    row < 0 || column < 0 || row >= side || column >= side
      ? 0
      : x[((i * side + row) * side + column) * channels + channel]!;
  const result: number[] = [];
  for (let i = 0; i < n; i++)
    for (let row = 0; row < side; row++)
      for (let column = 0; column < side; column++)
        for (let tap = 0; tap < 9; tap++)
          for (let channel = 0; channel < channels; channel++)
            result.push(at(i, row + Math.floor(tap / 3) - 1, column + (tap % 3) - 1, channel));
  return result;
}
