import * as tf from '@tensorflow/tfjs-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { BackendId } from '../../spec/Result.ts';
import { nodeEnvironment } from '../testing/nodeEnvironment.ts';
import { startBackend } from './startBackend.ts';

/** What a browser's `navigator.gpu` may do, as far as start-up meets it. */
const gpuThat = (requestAdapter: () => Promise<unknown>): GPU =>
  ({ requestAdapter }) as unknown as GPU;

const adapterNamed = (description: string, isFallbackAdapter = false): unknown => ({
  info: { description, vendor: '', architecture: '', device: '', isFallbackAdapter },
});

const webgpuTrial = async (gpu: GPU, requested?: BackendId) => {
  const { trials, id } = await startBackend({ ...nodeEnvironment, gpu }, requested);
  return { ...trials.find((trial) => trial.id === 'webgpu'), then: id };
};

describe('starting a backend', () => {
  afterEach(async () => {
    await startBackend(nodeEnvironment, 'cpu');
  });

  it('comes to WASM where there are no graphics, and says why', async () => {
    const report = await startBackend(nodeEnvironment);

    expect(report).toMatchObject({ id: 'wasm', device: 'SIMD, one thread', software: true });
    expect(report.trials.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['webgpu', 'unavailable'],
      ['webgl', 'unavailable'],
      ['wasm', 'chosen'],
    ]);
    expect(report.trials.map(({ reason }) => reason)).toEqual([
      'this browser has no WebGPU',
      'there is no WebGL 2 here',
      '',
    ]);
    expect(tf.getBackend()).toBe('wasm');
  });

  it('trusts only what has agreed with float64', async () => {
    const { trials } = await startBackend(nodeEnvironment, 'wasm');

    expect(trials[0]!.checks.map(({ name }) => name)).toEqual([
      'Gram matrix 32×4096',
      'affine gradient at width 2048',
      'tanh near 0',
      'erf near 0',
      'sin near 0',
      'sum of 65,536',
      'patches 3×3',
      'gradients of three networks at once',
    ]);
    expect(trials[0]!.checks.every(({ passed, error, bound }) => passed && error <= bound)).toBe(
      true,
    );
  });

  it.each(['cpu', 'wasm'] as const)('takes %s where it is asked for', async (id) => {
    const report = await startBackend(nodeEnvironment, id);

    expect(report.id).toBe(id);
    expect(report.trials).toHaveLength(1);
    expect(tf.getBackend()).toBe(id);
  });

  it('can be done again, as after a lost device', async () => {
    await startBackend(nodeEnvironment, 'wasm');
    const first: unknown = tf.backend();
    await startBackend(nodeEnvironment, 'wasm');
    const sum = tf.tidy(() => tf.sum(tf.ones([4])));

    expect(tf.backend()).not.toBe(first);
    expect((await sum.data())[0]).toBe(4);
    sum.dispose();
  });

  it('drops a backend that computes wrongly, and says what it got wrong', async () => {
    const right = tf.getKernel('Elu', 'wasm');
    tf.unregisterKernel('Elu', 'wasm');
    tf.registerKernel({ ...tf.getKernel('Relu', 'wasm'), kernelName: 'Elu' });
    const report = await startBackend(nodeEnvironment, 'wasm');
    tf.unregisterKernel('Elu', 'wasm');
    tf.registerKernel(right);

    const [wasm] = report.trials;
    expect(wasm).toMatchObject({ id: 'wasm', outcome: 'dropped' });
    expect(wasm!.reason).toBe('failed tanh near 0 (error 1.0, at most 1e-6)');
    expect(wasm!.checks.filter(({ passed }) => !passed)).toHaveLength(1);
    expect(report.id).toBe('cpu');
  });

  it('tells what became of what was asked for, and takes the next', async () => {
    const report = await startBackend(nodeEnvironment, 'webgl');

    expect(report.id).toBe('wasm');
    expect(report.trials[0]).toMatchObject({ id: 'webgl', outcome: 'unavailable' });
    expect(report.trials.map(({ id }) => id)).toEqual(['webgl', 'webgpu', 'wasm']);
  });

  it('goes on where WebGPU offers no adapter, or throws', async () => {
    expect(await webgpuTrial(gpuThat(() => Promise.resolve(null)))).toMatchObject({
      outcome: 'unavailable',
      reason: 'WebGPU offers no adapter',
      then: 'wasm',
    });
    expect(
      await webgpuTrial(gpuThat(() => Promise.reject(new Error('blocked by policy')))),
    ).toMatchObject({ outcome: 'unavailable', reason: 'blocked by policy', then: 'wasm' });
  });

  it('does not wait for ever for an adapter that never comes', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const trial = webgpuTrial(gpuThat(() => new Promise(() => undefined)));
      await vi.advanceTimersByTimeAsync(15_000);

      expect(await trial).toMatchObject({
        outcome: 'unavailable',
        reason: 'starting took longer than 15 s',
        then: 'wasm',
      });
    } finally {
      vi.useRealTimers();
    }
  });

  it.each([
    ['SwiftShader', false],
    ['llvmpipe (LLVM 15.0.7, 256 bits)', false],
    ['Microsoft Basic Render Driver', false],
    ['an adapter that calls itself a fallback', true],
  ])('passes %s over', async (name, fallback) => {
    const gpu = gpuThat(() => Promise.resolve(adapterNamed(name, fallback)));

    expect(await webgpuTrial(gpu)).toMatchObject({ outcome: 'passed-over', then: 'wasm' });
    // Asked for, it is tried; this one has no device to give.
    expect(await webgpuTrial(gpu, 'webgpu')).toMatchObject({ outcome: 'unavailable' });
  });
});
