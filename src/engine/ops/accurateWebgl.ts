import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { replaceKernel } from './replaceKernel.ts';
import { shaders } from './shaders.ts';

/** Lets WebGL compute by the accurate shaders what it otherwise computes with too few digits. */
export function useAccurateWebglKernels(): void {
  for (const [kernel, shader] of Object.entries(shaders)) {
    const userCode = `
      float entry(float x) {${shader('float')}
      }
      void main() {
        setOutput(entry(getAAtOutCoords()));
      }`;
    replaceKernel(kernel, 'webgl', (x, backend) =>
      (backend as MathBackendWebGL).compileAndRun(
        { variableNames: ['A'], outputShape: x.shape, userCode },
        [x],
        'float32',
      ),
    );
  }
}
