import { useAccurateCpuKernels } from '../ops/accurateCpu.ts';
import type { Started } from './Started.ts';

/** Plain JavaScript: slow, and always there. */
export async function startCpu(): Promise<Started> {
  const { MathBackendCPU } = await import('@tensorflow/tfjs-backend-cpu');
  useAccurateCpuKernels();
  return {
    backend: new MathBackendCPU(),
    device: 'plain JavaScript',
    software: true,
    close: () => undefined,
  };
}
