import * as tf from '@tensorflow/tfjs-core';
import type { SelfCheck } from '../../spec/Result.ts';
import { engineMachine, type Machine } from './Machine.ts';
import type { Trial } from './Trial.ts';
import { trials } from './trials.ts';

/**
 * Tries the backend in use on what is known to go wrong, against float64. An operation that throws, or gives what is not a
 * number, fails its check alone. One read for all results. Rejects if that read does.
 */
export async function selfTest(machine: Machine = engineMachine): Promise<readonly SelfCheck[]> {
  const all = trials();
  const results = all.map((trial) => attempt(trial, machine));
  const flat = tf.tidy(() => tf.concat(results.map((result) => tf.reshape(result, [-1]))));
  try {
    const values = await flat.data<'float32'>();
    let start = 0;
    return all.map((trial, i) => {
      const end = start + results[i]!.size;
      const error = trial.error(values.subarray(start, end));
      start = end;
      return { name: trial.name, passed: error <= trial.bound, error, bound: trial.bound };
    });
  } finally {
    tf.dispose([flat, ...results]);
  }
}

function attempt(trial: Trial, machine: Machine): tf.Tensor {
  try {
    return trial.run(machine);
  } catch {
    return tf.scalar(NaN);
  }
}
