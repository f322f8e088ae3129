import * as tf from '@tensorflow/tfjs-core';
import { useAccurateShaders } from '../ops/accurateWebgpu.ts';
import { announceError, announceLoss } from './deviceEvents.ts';
import { isSoftware } from './isSoftware.ts';
import { NotStarted, type Started } from './Started.ts';

/**
 * WebGPU on a device of our own, with the adapter's limits and listeners for loss and errors, which tfjs 4.22 lacks. Throws
 * NotStarted where there is no adapter, or only a software one that was not asked for.
 */
export async function startWebgpu(gpu: GPU | undefined, evenSoftware: boolean): Promise<Started> {
  if (!gpu) throw new NotStarted('unavailable', 'this browser has no WebGPU');
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (!adapter) throw new NotStarted('unavailable', 'WebGPU offers no adapter');
  const name = nameOf(adapter.info);
  const software = adapter.info.isFallbackAdapter || isSoftware(name);
  if (software && !evenSoftware) {
    throw new NotStarted('passed-over', `the adapter is software (${name}): WASM is faster`);
  }

  const { WebGPUBackend, webgpu_util } = await import('@tensorflow/tfjs-backend-webgpu');
  const device = await adapter.requestDevice({ requiredLimits: limitsOf(adapter) });
  const close = listenTo(device);
  // 3 is the packed program: the default one gives wrong Gram matrices in tfjs 4.22, and differs from run to run.
  tf.env().set('WEBGPU_MATMUL_PROGRAM_TYPE', 3);
  // Otherwise small tensors are computed by the slower and, for erf, less accurate kernels of the cpu backend.
  tf.env().set('WEBGPU_CPU_FORWARD', false);
  useAccurateShaders(webgpu_util);
  return { backend: new WebGPUBackend(device, adapter.info), device: name, software, close };
}

/** What tfjs asks for, and the storage buffers per stage, without which it adds eight tensors wrongly. */
function limitsOf({ limits }: GPUAdapter): Record<string, number> {
  return {
    maxBufferSize: limits.maxBufferSize,
    maxComputeInvocationsPerWorkgroup: limits.maxComputeInvocationsPerWorkgroup,
    maxComputeWorkgroupSizeX: limits.maxComputeWorkgroupSizeX,
    maxComputeWorkgroupStorageSize: limits.maxComputeWorkgroupStorageSize,
    maxComputeWorkgroupsPerDimension: limits.maxComputeWorkgroupsPerDimension,
    maxStorageBufferBindingSize: limits.maxStorageBufferBindingSize,
    maxStorageBuffersPerShaderStage: limits.maxStorageBuffersPerShaderStage,
  };
}

const nameOf = ({ description, vendor, architecture, device }: GPUAdapterInfo): string =>
  description || [vendor, architecture, device].filter(Boolean).join(' ') || 'unnamed adapter';

/** Announces what befalls the device until it is closed on purpose. */
function listenTo(device: GPUDevice): () => void {
  let open = true;
  device.addEventListener('uncapturederror', ({ error }) => {
    if (open) announceError(error instanceof GPUOutOfMemoryError, error.message);
  });
  void device.lost.then(({ message }) => {
    if (open) announceLoss(message);
    open = false;
  });
  return () => {
    open = false;
    device.destroy();
  };
}
