import * as tf from '@tensorflow/tfjs-core';
import type { PositionOps } from '../nn/PositionOps.ts';
import { positionsOf } from '../nn/Grid.ts';
import { positionOps } from './ops/positionOps.ts';
import { shifted } from './ops/shifted.ts';
import type { Sensitivity, Taped } from './tape.ts';
import type { Record } from './tapeOps.ts';

/** Operations on positions, recorded with their derivatives. */
export function tapePositionOps(record: Record): PositionOps<Taped> {
  return {
    regroup: (a, columns) =>
      record(positionOps.regroup(a.value, columns), [[a, (of) => regrouped(of, a.value)]]),
    patches: (a, window) => {
      const { rows, columns, padding, taps } = window;
      return record(positionOps.patches(a.value, window), [
        [
          a,
          (of) => {
            const [channels, quantities, all] = perRow(of, a.value).shape;
            const samples = all / positionsOf(window);
            const inner = channels / taps.length;
            const grids = tf.reshape(perRow(of, a.value), [
              taps.length,
              inner * quantities * samples,
              rows,
              columns,
            ]);
            let sum: tf.Tensor | undefined;
            // One after another: addN of eight or more is wrong in WebGPU (tfjs 4.22), and each is large.
            taps.forEach(([down, right], tap) => {
              const before = sum;
              sum = tf.tidy(() => {
                const seen = tf.reshape(tf.slice(grids, [tap], [1]), [-1, rows, columns]);
                const back = shifted(shifted(seen, 1, -down, padding), 2, -right, padding);
                return before ? tf.add(before, back) : tf.clone(back);
              });
              before?.dispose();
            });
            if (!sum) throw new Error('a window has at least one tap');
            return tf.reshape(sum, [inner, quantities, all]);
          },
        ],
      ]);
    },
    average: (a, positions) =>
      record(positionOps.average(a.value, positions), [
        [
          a,
          (of) => {
            const [channels, quantities, samples] = of.shape;
            const share = tf.mul(of, 1 / positions);
            // A single row stands for all, also for those of one sample.
            if (samples === 1) return share;
            const spread = tf.tile(tf.reshape(share, [-1, samples, 1]), [1, 1, positions]);
            return tf.reshape(spread, [channels, quantities, samples * positions]);
          },
        ],
      ]),
    columns: (a, from, to) => {
      const features = a.value.shape[1] ?? 0;
      return record(positionOps.columns(a.value, from, to), [
        [
          a,
          (of) =>
            tf.pad(of, [
              [from, features - to],
              [0, 0],
              [0, 0],
            ]),
        ],
      ]);
    },
    join: (parts) => {
      let from = 0;
      const inputs = parts.map((part) => {
        const [start, count] = [from, part.value.shape[1] ?? 0];
        from += count;
        const pull = (of: Sensitivity): tf.Tensor =>
          tf.slice(of, [start, 0, 0], [count, of.shape[1], of.shape[2]]);
        return [part, pull] as const;
      });
      return record(positionOps.join(parts.map(({ value }) => value)), inputs);
    },
    weighRows: (a, by) =>
      record(positionOps.weighRows(a.value, by.value), [
        [a, (of) => tf.mul(of, tf.reshape(by.value, [1, 1, -1]))],
      ]),
  };
}

/** A sensitivity of a value of these rows, with a row for each of them. */
export function perRow(of: Sensitivity, { shape: [rows = 1] }: tf.Tensor): Sensitivity {
  return of.shape[2] === rows ? of : tf.tile(of, [1, 1, rows]);
}

/** The sensitivity of `before` (rows×columns) from that of the same numbers in longer or shorter rows. */
function regrouped(of: Sensitivity, before: tf.Tensor): tf.Tensor {
  const [rows = 1, columns = 1] = before.shape;
  const [features, quantities] = of.shape;
  const after = (rows * columns) / features;
  const full = of.shape[2] === after ? of : tf.tile(of, [1, 1, after]);
  if (features >= columns) {
    const groups = tf.reshape(full, [features / columns, columns, quantities, after]);
    return tf.reshape(tf.transpose(groups, [1, 2, 3, 0]), [columns, quantities, rows]);
  }
  const groups = tf.reshape(full, [features, quantities, rows, columns / features]);
  return tf.reshape(tf.transpose(groups, [3, 0, 1, 2]), [columns, quantities, rows]);
}
