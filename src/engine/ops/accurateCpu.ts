import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import { erf } from '../../math/erf.ts';
import { replaceKernel } from './replaceKernel.ts';

/** Lets the cpu backend compute erf in float64: that of tfjs 4.22 is off by 1e-3 near 0. */
export function useAccurateCpuKernels(): void {
  replaceKernel('Erf', 'cpu', (x, backend) => {
    const cpu = backend as MathBackendCPU;
    const values = cpu.data.get(x.dataId).values as Float32Array;
    return cpu.makeTensorInfo(x.shape, 'float32', values.map(erf));
  });
}
