import * as tf from '@tensorflow/tfjs-core';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';

/** What the backend in use can hold, in bytes. */
export interface MemoryRoom {
  /** All arrays together. No browser tells, so this is what current machines bear. */
  readonly total: number;
  /** One array: beyond it WebGPU (tfjs 4.22) gives garbage without a word. */
  readonly largest: number;
}

/** The room on the backend in use. */
export function memoryRoom(): MemoryRoom {
  const gibibyte = 2 ** 30;
  const backend: unknown = tf.backend();
  switch (tf.getBackend()) {
    case 'webgpu': {
      const { limits } = (backend as WebGPUBackend).device;
      const largest = Math.min(limits.maxStorageBufferBindingSize, limits.maxBufferSize);
      return { total: 4 * gibibyte, largest };
    }
    case 'webgl': {
      const { gl } = (backend as MathBackendWebGL).gpgpu;
      const side = Number(gl.getParameter(gl.MAX_TEXTURE_SIZE));
      // A texel holds four numbers where it is packed, and one where it is not.
      return { total: 2 * gibibyte, largest: 4 * side * side };
    }
    default:
      return { total: 2 * gibibyte, largest: 2 * gibibyte };
  }
}
