import type { BackendReport, Result } from '../../spec/Result.ts';
import type { FarEnd } from './channels.ts';

/** What a worker says of a backend that has started. */
export const report: BackendReport = { id: 'wasm', device: 'SIMD', software: false, trials: [] };

/** The same as a result. */
export const backend: Result = { kind: 'backend', report };

/** The smallest kernel that there is. */
export const kernel = (arm: 'A' | 'B', step = 0): Result => ({
  kind: 'kernel',
  arm,
  seed: 0,
  step,
  size: 1,
  values: Float32Array.of(1),
});

/** Lets a worker tell the results of a run. */
export const sayAll = (far: FarEnd | undefined, run: number, ...results: readonly Result[]): void =>
  results.forEach((result) => far?.say({ kind: 'result', run, result }));
