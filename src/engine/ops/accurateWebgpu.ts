import type { WebGPUBackend, WebGPUProgram, webgpu_util } from '@tensorflow/tfjs-backend-webgpu';
import { replaceKernel } from './replaceKernel.ts';
import { shaders, type Shader } from './shaders.ts';

/** Lets WebGPU compute by the accurate shaders, one dispatch each, what it otherwise computes with too few digits. */
export function useAccurateShaders(layout: typeof webgpu_util): void {
  for (const [kernel, shader] of Object.entries(shaders)) {
    replaceKernel(kernel, 'webgpu', (x, backend) =>
      (backend as WebGPUBackend).runWebGPUProgram(
        programOf(kernel, shader, x.shape, layout),
        [x],
        'float32',
      ),
    );
  }
}

function programOf(
  kernel: string,
  shader: Shader,
  shape: number[],
  { flatDispatchLayout, computeDispatch }: typeof webgpu_util,
): WebGPUProgram {
  const workgroupSize: [number, number, number] = [128, 1, 1];
  const dispatchLayout = flatDispatchLayout(shape);
  return {
    variableNames: ['A'],
    outputShape: shape,
    size: true,
    workgroupSize,
    dispatchLayout,
    dispatch: computeDispatch(dispatchLayout, shape, workgroupSize),
    shaderKey: `accurate${kernel}`,
    getUserCode: () => `
      fn entry(x : f32) -> f32 {${shader('let')}
      }
      fn main(index : i32) {
        if (index < uniforms.size) {
          setOutputAtIndex(index, entry(getAByOutputIndex(index)));
        }
      }`,
  };
}
