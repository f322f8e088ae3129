import * as tf from '@tensorflow/tfjs-core';

/** Puts an entrywise function of ours in the place of a backend's kernel for it. */
export function replaceKernel(kernelName: string, backendName: string, run: Run): void {
  // tfjs types what it finds as always there.
  const known: unknown = tf.getKernel(kernelName, backendName);
  if (known) tf.unregisterKernel(kernelName, backendName);
  tf.registerKernel({
    kernelName,
    backendName,
    kernelFunc: ({ inputs, backend }) => {
      const { x } = inputs;
      if (!x) throw new Error(`${kernelName} got no input`);
      return run(x, backend);
    },
  });
}

/** Computes a tensor of x's shape on `backend`, which is of the class that the kernel was registered for. */
export type Run = (x: tf.TensorInfo, backend: unknown) => tf.TensorInfo;
