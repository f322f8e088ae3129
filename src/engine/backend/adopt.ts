import * as tf from '@tensorflow/tfjs-core';
import type { BackendId } from '../../spec/Result.ts';

/**
 * Makes `backend` the one that tfjs uses, under the name that its kernels are registered for. Registered as already made, it
 * cannot take over later, when another has been chosen because it was too slow.
 */
export async function adopt(id: BackendId, backend: tf.KernelBackend): Promise<void> {
  remove(id);
  tf.registerBackend(id, () => backend);
  if (!(await tf.setBackend(id))) throw new Error(`tfjs did not accept the ${id} backend`);
}

/** Disposes of a backend and what it holds, if it is there. */
export function remove(id: BackendId): void {
  // tfjs types what it finds as always there.
  const known: unknown = tf.findBackendFactory(id);
  if (known) tf.removeBackend(id);
}
