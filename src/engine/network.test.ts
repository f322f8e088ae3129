import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { activations } from '../catalog/activations/index.ts';
import { matrix } from '../math/matrix.ts';
import { startBackend } from './backend/startBackend.ts';
import { forward, inOrder, upload } from './network.ts';
import { drawn, inputs } from './testing/networkOfArm.ts';
import { nodeEnvironment } from './testing/nodeEnvironment.ts';
import { outputs64 } from './testing/jacobian.ts';
import { tensorOf } from './testing/onBackend.ts';
import { relativeError } from './testing/relativeError.ts';

describe.each(['wasm', 'cpu'] as const)('a network on %s', (backend) => {
  beforeAll(async () => {
    await startBackend(nodeEnvironment, backend);
  });

  it.each(activations.list.map(({ id }) => id))(
    'computes what float64 does, with %s, and keeps only its weights and the result',
    async (act) => {
      const x = inputs(7, 5);
      const { layer, parameters } = drawn({ act, 'net.width': 40 }, { inputs: 5, outputs: 3 });
      const before = tf.memory().numTensors;
      const network = upload(layer, parameters);
      const rows = tensorOf(x);
      const f = forward(network, rows);

      expect(tf.memory().numTensors - before).toBe(parameters.length + 2);
      const outputs = matrix(7, 3, Float64Array.from(await f.data<'float32'>()));
      expect(f.shape).toEqual([7, 3]);
      expect(relativeError(outputs, outputs64(layer, parameters, x))).toBeLessThan(1e-6);
      tf.dispose([f, rows]);
      network.dispose();
      expect(tf.memory().numTensors).toBe(before);
    },
  );
});

describe('parameters in order', () => {
  it('are handed out one after another, and no more than there are', () => {
    const next = inOrder(['W', 'b']);

    expect([next(), next()]).toEqual(['W', 'b']);
    expect(next).toThrow('more than 2');
  });
});
