import * as tf from '@tensorflow/tfjs-core';
import { useAccurateWebglKernels } from '../ops/accurateWebgl.ts';
import { announceLoss } from './deviceEvents.ts';
import { isSoftware } from './isSoftware.ts';
import { NotStarted, type Started } from './Started.ts';

/** WebGL 2 on a canvas of our own. Throws NotStarted where there is none, or only a software one that was not asked for. */
export async function startWebgl(available: boolean, evenSoftware: boolean): Promise<Started> {
  const canvas = available ? new OffscreenCanvas(1, 1) : undefined;
  const gl = canvas?.getContext('webgl2', attributes);
  if (!canvas || !gl) throw new NotStarted('unavailable', 'there is no WebGL 2 here');
  const name = rendererOf(gl);
  const software = isSoftware(name);
  const loseContext = gl.getExtension('WEBGL_lose_context');
  if (software && !evenSoftware) {
    loseContext?.loseContext();
    throw new NotStarted('passed-over', `the renderer is software (${name}): WASM is faster`);
  }

  let open = true;
  canvas.addEventListener('webglcontextlost', () => {
    if (open) announceLoss('WebGL context lost');
  });
  const { MathBackendWebGL, setWebGLContext } = await import('@tensorflow/tfjs-backend-webgl');
  setWebGLContext(2, gl);
  // Otherwise small tensors are computed by the kernels of the cpu backend, and the self-test says nothing of the GPU.
  tf.env().set('WEBGL_CPU_FORWARD', false);
  useAccurateWebglKernels();
  const close = (): void => {
    open = false;
    loseContext?.loseContext();
  };
  return { backend: new MathBackendWebGL(), device: name, software, close };
}

/** As tfjs asks for them, but a software renderer is not refused: it may have been asked for. */
const attributes: WebGLContextAttributes = {
  alpha: false,
  antialias: false,
  premultipliedAlpha: false,
  preserveDrawingBuffer: false,
  depth: false,
  stencil: false,
};

function rendererOf(gl: WebGL2RenderingContext): string {
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  return String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
}
