import * as tf from '@tensorflow/tfjs-core';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';

/**
 * Lets WASM multiply stacks of matrices one by one with the product that it has for a single pair, through views of its own
 * memory: the loop that tfjs 4.22 has for stacks is six to eight times slower.
 */
export function useFastBatchedProducts(): void {
  const known = tf.getKernel('BatchMatMul', 'wasm');
  if (ours.has(known.kernelFunc)) return;
  const kernelFunc: tf.KernelFunc = (call) => {
    const { a, b } = call.inputs as { readonly a: tf.TensorInfo; readonly b: tf.TensorInfo };
    const stacks =
      a.shape.length === 3 && b.shape.length === 3 && (a.shape[0]! > 1 || b.shape[0]! > 1);
    const backend: unknown = call.backend;
    const floats = a.dtype === 'float32' && b.dtype === 'float32';
    const flagged = call.attrs?.transposeA === true || call.attrs?.transposeB === true;
    return stacks && floats && !flagged
      ? oneByOne(backend as BackendWasm, a, b)
      : known.kernelFunc(call);
  };
  ours.add(kernelFunc);
  tf.unregisterKernel('BatchMatMul', 'wasm');
  tf.registerKernel({ ...known, kernelFunc });
}

const ours = new WeakSet<tf.KernelFunc>();

/** The product of S×m×k and S×k×p, where a stack of one stands for as many as the other has. */
function oneByOne(backend: BackendWasm, a: tf.TensorInfo, b: tf.TensorInfo): tf.TensorInfo {
  const [aCount = 1, m = 1, k = 1] = a.shape;
  const [bCount = 1, , p = 1] = b.shape;
  const count = Math.max(aCount, bCount);
  const out = backend.makeOutput([count, m, p], 'float32');
  const { product, shapes } = singleOf(backend);
  const { tfjs, HEAP32 } = backend.wasm as Module;
  HEAP32.set([1, m, k, 1, k, p], shapes / 4);
  const [aFrom, bFrom, outFrom] = [a, b, out].map(({ dataId }) =>
    backend.getMemoryOffset(dataId),
  ) as [number, number, number];
  for (let place = 0; place < count; place++) {
    tfjs.registerTensor(left, m * k, aFrom + (aCount === 1 ? 0 : 4 * place * m * k));
    tfjs.registerTensor(right, k * p, bFrom + (bCount === 1 ? 0 : 4 * place * k * p));
    tfjs.registerTensor(result, m * p, outFrom + 4 * place * m * p);
    product(left, shapes, 3, right, shapes + 12, 3, 0, 0, result);
    // What was sorted of the right factor goes with its view.
    views.forEach((view) => tfjs.disposeData(view));
  }
  return out;
}

/** Names of views, which tfjs, counting up from 1, does not come to. */
const [left, right, result] = [2 ** 31 - 4, 2 ** 31 - 3, 2 ** 31 - 2] as const;
const views = [left, right, result];

/** What of Emscripten's module is used here; tfjs's own types leave it out. */
type Module = BackendWasm['wasm'] & {
  readonly HEAP32: Int32Array;
  readonly _malloc: (bytes: number) => number;
  readonly cwrap: (
    name: string,
    result: null,
    parameters: readonly 'number'[],
  ) => Single['product'];
};

/** The product of one pair, called with addresses alone, and the address of two shapes. */
interface Single {
  readonly product: (...addresses: readonly number[]) => void;
  readonly shapes: number;
}

const singles = new WeakMap<BackendWasm, Single>();

function singleOf(backend: BackendWasm): Single {
  const known = singles.get(backend);
  if (known) return known;
  const wasm = backend.wasm as Module;
  const product = wasm.cwrap(
    'BatchMatMul',
    null,
    Array.from({ length: 9 }, () => 'number' as const),
  );
  const single = { product, shapes: wasm._malloc(24) };
  singles.set(backend, single);
  return single;
}
